import { checkPassword, createAuth } from '@authchart/machine'
import { cookieStorage } from '@authchart/machine/browser'
import { AuthProvider, useAuthMachine } from '@authchart/react'
import { authKey, authPlugin, useAuthMachine as useVueAuthMachine } from '@authchart/vue'

globalThis.used = [
  checkPassword,
  createAuth,
  cookieStorage,
  AuthProvider,
  useAuthMachine,
  authKey,
  authPlugin,
  useVueAuthMachine,
]

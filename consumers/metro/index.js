import { checkPassword, createAuth } from '@authchart/machine'
import { AuthProvider, useAuthMachine } from '@authchart/react'

globalThis.used = { AuthProvider, checkPassword, createAuth, useAuthMachine }

'use client'

import type { AnyAuth } from '@authchart/machine'
import { createElement, type ReactNode } from 'react'
import { AuthContext } from './auth-context.ts'

export interface AuthProviderProps {
  /** What `createAuth()` gave. It outlives the tree: unmounting does not stop it. */
  auth: AnyAuth
  children?: ReactNode
}

/** Hands an auth machine to the `useAuthMachine()` calls below it. */
export function AuthProvider({ auth, children }: AuthProviderProps) {
  return createElement(AuthContext.Provider, { value: auth }, children)
}

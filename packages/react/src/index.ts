/**
 * The React binding: `<AuthProvider>`, `useAuthMachine()` and `useAuth()`.
 *
 * @packageDocumentation
 */

export { AuthProvider, type AuthProviderProps } from './auth-provider.ts'
export { useAuth } from './use-auth.ts'
export { useAuthMachine } from './use-auth-machine.ts'

/**
 * The React binding: `<AuthProvider>`, `<AuthGate>`, `withAuth()`, `useAuthMachine()`, `useAuthForm()`,
 * `useAuthUser()` and `useAuth()`.
 *
 * @packageDocumentation
 */

export { AuthGate, type AuthGateProps } from './auth-gate.ts'
export { AuthProvider, type AuthProviderProps } from './auth-provider.ts'
export type { ReactForm, ReactProps } from './form-props.ts'
export { useAuth } from './use-auth.ts'
export { useAuthForm } from './use-auth-form.ts'
export { useAuthMachine } from './use-auth-machine.ts'
export { useAuthUser } from './use-auth-user.ts'
export { type WithAuthOptions, type WithAuthProps, withAuth } from './with-auth.ts'

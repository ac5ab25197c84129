/**
 * The Vue binding: `authPlugin`, `<AuthGate>`, `withAuth()`, `useAuthMachine()`, `useAuthForm()`,
 * `useAuthUser()` and `useAuth()`.
 *
 * @packageDocumentation
 */

export { AuthGate } from './auth-gate.ts'
export { authKey } from './auth-key.ts'
export { authPlugin } from './auth-plugin.ts'
export type { VueForm, VueProps } from './form-props.ts'
export { useAuth } from './use-auth.ts'
export { useAuthForm } from './use-auth-form.ts'
export { useAuthMachine } from './use-auth-machine.ts'
export { useAuthUser } from './use-auth-user.ts'
export { type WithAuthOptions, type WithAuthProps, withAuth } from './with-auth.ts'

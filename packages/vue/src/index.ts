/**
 * The Vue binding: `authPlugin`, `useAuthMachine()` and `useAuth()`.
 *
 * @packageDocumentation
 */

export { authKey } from './auth-key.ts'
export { authPlugin } from './auth-plugin.ts'
export { useAuth } from './use-auth.ts'
export { useAuthMachine } from './use-auth-machine.ts'

export { authPlugin } from './auth-plugin.ts'
export { useAuthMachine } from './use-auth-machine.ts'

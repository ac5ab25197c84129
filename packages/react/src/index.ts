export { AuthProvider, type AuthProviderProps } from './auth-provider.ts'
export { useAuthMachine } from './use-auth-machine.ts'

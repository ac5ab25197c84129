export { AuthProvider, type AuthProviderProps } from './auth-provider.ts'
export { useAuth } from './use-auth.ts'
export { useAuthMachine } from './use-auth-machine.ts'

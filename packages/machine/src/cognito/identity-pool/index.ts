export { type IdentityPoolOptions, identityPool } from './identity-pool.ts'

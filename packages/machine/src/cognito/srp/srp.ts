export { deviceVerifier } from './device-verifier.ts'
export { SrpExchange } from './srp-exchange.ts'

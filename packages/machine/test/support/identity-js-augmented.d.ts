/** What the library exports at run time and leaves out of its own types. */
declare module 'amazon-cognito-identity-js' {
  export interface BigInteger {
    toString(radix: number): string
    modPow(exponent: BigInteger, modulus: BigInteger): BigInteger
    modPow(
      exponent: BigInteger,
      modulus: BigInteger,
      callback: (error: Error | null, result: BigInteger) => void,
    ): void
  }

  export class AuthenticationHelper {
    constructor(poolName: string)
    readonly N: BigInteger
    getLargeAValue(callback: (error: Error | null, largeA: BigInteger) => void): void
    getPasswordAuthenticationKey(
      username: string,
      password: string,
      serverB: BigInteger,
      salt: BigInteger,
      callback: (error: Error | null, key: Uint8Array) => void,
    ): void
    generateHashDevice(
      deviceGroupKey: string,
      deviceKey: string,
      callback: (error: Error | null) => void,
    ): void
    /** After `generateHashDevice`: base64 of 40 random bytes. */
    getRandomPassword(): string
    /** After `generateHashDevice`, hex. */
    getSaltDevices(): string
    /** After `generateHashDevice`, hex. */
    getVerifierDevices(): string
    /** Called by the constructor. */
    calculateA(
      smallA: BigInteger,
      callback: (error: Error | null, largeA: BigInteger) => void,
    ): void
  }
}

import { createRequire } from 'node:module'
import { modPow } from './numbers.ts'

// The libraries' own big integers take up to half a second per power. Native ones at that one seam
// make hundreds of sign-ins affordable; padding, hashing and formats stay theirs.

interface LibraryNumber {
  toString(radix: number): string
  modPow(exponent: LibraryNumber, modulus: LibraryNumber): LibraryNumber
}

type NumberClass = new (hex: string, radix: number) => LibraryNumber

interface PoolSrpClient {
  readonly N: LibraryNumber
  smallAValue: LibraryNumber
  generateRandomSmallA(): string
  calculateA(): string
  getPasswordAuthenticationKey(
    userId: string,
    password: string,
    B: string,
    salt: string,
  ): readonly number[]
}

interface PoolSrpModule {
  readonly SRPClient: new (poolName: string) => PoolSrpClient
  calculateSignature(
    key: readonly number[],
    poolName: string,
    userId: string,
    secretBlock: string,
    timestamp: string,
  ): string
  getNowString(): string
}

interface CognitoSrp {
  readonly N: LibraryNumber
  readonly g: LibraryNumber
  a: LibraryNumber
  A: LibraryNumber
  getA(): string
  getSignature(
    userId: string,
    B: string,
    salt: string,
    secretBlock: string,
    password: string,
  ): { readonly signature: string; readonly timestamp: string }
}

const require = createRequire(import.meta.url)

export const srpHelper: typeof import('cognito-srp-helper') = require('cognito-srp-helper')
export const { default: Srp }: { default: new (poolId: string) => CognitoSrp } =
  require('aws-cognito-srp-client')
export const poolSrp: PoolSrpModule = require('amazon-user-pool-srp-client')

const jsbn: { BigInteger: NumberClass } = createRequire(require.resolve('cognito-srp-helper'))(
  'jsbn',
)

const classOf = (number: LibraryNumber) => number.constructor as NumberClass

/** The class of big integers of each library, by the library's name. */
const numberClasses: Readonly<Record<string, NumberClass>> = {
  'cognito-srp-helper': jsbn.BigInteger,
  'aws-cognito-srp-client': classOf(new Srp('us-east-1_x').N),
  'amazon-user-pool-srp-client': classOf(new poolSrp.SRPClient('x').N),
}

export function numberIn(library: string, value: bigint): LibraryNumber {
  const LibraryClass = numberClasses[library]
  if (!LibraryClass) throw new Error(`No library ${library}`)
  return new LibraryClass(value.toString(16), 16)
}

function toBigInt(number: LibraryNumber): bigint {
  const hex = number.toString(16)
  return hex.startsWith('-') ? -BigInt(`0x${hex.slice(1)}`) : BigInt(`0x${hex}`)
}

/** Returns a function that gives the libraries their own powers back. */
export function useNativePowers(): () => void {
  const originals = Object.entries(numberClasses).map(([library, { prototype }]) => {
    const original: LibraryNumber['modPow'] = prototype.modPow
    prototype.modPow = function (this: LibraryNumber, exponent, modulus) {
      const power = modPow(toBigInt(this), toBigInt(exponent), toBigInt(modulus))
      return numberIn(library, power)
    } satisfies LibraryNumber['modPow']
    return () => {
      prototype.modPow = original
    }
  })
  return () => {
    for (const restore of originals) restore()
  }
}

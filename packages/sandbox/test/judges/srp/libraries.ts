import { createRequire } from 'node:module'
import { type LibraryNumber, type NumberClass, replacePowers } from '../support/native-powers.ts'

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

/** Returns a function that restores the libraries' own powers. */
export function useNativePowers(): () => void {
  const restore = Object.values(numberClasses).map(replacePowers)
  return () => {
    for (const one of restore) one()
  }
}

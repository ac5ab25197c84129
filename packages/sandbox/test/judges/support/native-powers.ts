import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { inject } from 'vitest'
import { modPow } from '../srp/numbers.ts'

// The libraries' own big integers take up to half a second per power, native ones a few ms. Only
// this function is replaced: padding, hashing and formats stay the libraries' own. `npm run soak`
// runs the same judges with the libraries' own powers.

export interface LibraryNumber {
  toString(radix: number): string
  modPow(exponent: LibraryNumber, modulus: LibraryNumber, callback?: Callback): LibraryNumber
}

type Callback = (error: null, power: LibraryNumber) => void

export type NumberClass = new (hex: string, radix: number) => LibraryNumber

declare module 'vitest' {
  interface ProvidedContext {
    /** The implementation of the AWS clients' powers: native, or the clients' own. */
    powers: 'native' | 'own'
  }
}

const require = createRequire(import.meta.url)

/** Resolved from `aws-amplify`, which can have a copy of its own. */
const amplifyAuth = createRequire(require.resolve('aws-amplify')).resolve('@aws-amplify/auth')
const inAmplify = '../esm/providers/cognito/utils/srp/BigInteger/BigInteger.mjs'

const identityJs: { default: NumberClass } = require('amazon-cognito-identity-js/lib/BigInteger.js')
const amplify: { default: NumberClass } = await import(
  pathToFileURL(join(dirname(amplifyAuth), inAmplify)).href
)

/** The big integers of the AWS clients, with their own powers. */
export const awsNumbers = [
  ['amazon-cognito-identity-js', identityJs.default, identityJs.default.prototype.modPow],
  ['aws-amplify', amplify.default, amplify.default.prototype.modPow],
] as const

export function toBigInt(number: LibraryNumber): bigint {
  const hex = number.toString(16)
  return hex.startsWith('-') ? -BigInt(`0x${hex.slice(1)}`) : BigInt(`0x${hex}`)
}

/** Computes the powers of a library natively. Returns a function that restores its own. */
export function replacePowers(Numbers: NumberClass): () => void {
  const { prototype } = Numbers
  const original: LibraryNumber['modPow'] = prototype.modPow
  prototype.modPow = function (this: LibraryNumber, exponent, modulus, callback) {
    const power = modPow(toBigInt(this), toBigInt(exponent), toBigInt(modulus))
    const result = new Numbers(power.toString(16), 16)
    callback?.(null, result)
    return result
  } satisfies LibraryNumber['modPow']
  return () => {
    prototype.modPow = original
  }
}

/** For the judges that sign in with the AWS clients. Has effect once in each process. */
export function useNativePowers(): void {
  if (inject('powers') === 'own') return
  for (const [, Numbers, own] of awsNumbers) {
    if (Numbers.prototype.modPow === own) replacePowers(Numbers)
  }
}

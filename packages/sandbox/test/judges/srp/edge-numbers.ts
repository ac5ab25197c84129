import { g, k, modPow, N, privateKey, scrambler, sha256, toNumber } from './numbers.ts'

/** How a number fills its fixed width: the cases in which padding fails. */
export const forms = {
  'a leading zero byte': (value: bigint, bytes: number) => hexLength(value) <= 2 * bytes - 2,
  'an odd number of digits': (value: bigint) => hexLength(value) % 2 === 1,
  'the top bit set': (value: bigint, bytes: number) => value >> BigInt(8 * bytes - 1) === 1n,
} as const

export type Form = keyof typeof forms

const hexLength = (value: bigint) => value.toString(16).length

export const width = { A: 384, B: 384, S: 384, u: 32, salt: 16 } as const

export type Quantity = keyof typeof width

export interface Exchange {
  readonly salt: bigint
  readonly a: bigint
  readonly b: bigint
  readonly A: bigint
  readonly B: bigint
  readonly S: bigint
  readonly u: bigint
}

export interface Account {
  readonly username: string
  readonly password: string
  readonly poolName: string
}

const fixed = (label: string) => toNumber(sha256(label)) % (1n << 255n)

const saltOf: Readonly<Record<Form, bigint>> = {
  'a leading zero byte': (0x00ffn << 112n) | 0x1234n,
  'an odd number of digits': (0x0fn << 120n) | 0x1234n,
  'the top bit set': (0xffn << 120n) | 0x1234n,
}
const plainSalt = (0x7fn << 120n) | 0x1234n

/** Everything that both sides compute from their private values. */
function complete(account: Account, salt: bigint, a: bigint, b: bigint): Exchange {
  const v = verifierOf(account, salt)
  const A = modPow(g, a, N)
  const B = (k * v + modPow(g, b, N)) % N
  const u = scrambler(A, B)
  return { salt, a, b, A, B, u, S: sharedSecret(A, v, u, b) }
}

function sharedSecret(A: bigint, v: bigint, u: bigint, b: bigint): bigint {
  return modPow(A * modPow(v, u, N), b, N)
}

const verifierOf = ({ username, password, poolName }: Account, salt: bigint) =>
  modPow(g, privateKey(salt, `${poolName}${username}`, password), N)

/** Increments the private value behind the quantity until it has the form. The same in each run. */
export function findExchange(account: Account, quantity: Quantity, form: Form): Exchange {
  const has = (value: bigint) => forms[form](value, width[quantity])
  const salt = quantity === 'salt' ? saltOf[form] : plainSalt
  let [a, b] = [fixed(`a of ${quantity}`), fixed(`b of ${quantity}`)]
  const v = verifierOf(account, salt)
  let [A, power] = [modPow(g, a, N), modPow(g, b, N)]
  for (let tries = 0; tries < 5000; tries += 1) {
    const B = (k * v + power) % N
    const u = quantity === 'u' || quantity === 'S' ? scrambler(A, B) : 0n
    const S = quantity === 'S' ? sharedSecret(A, v, u, b) : 0n
    if (has({ A, B, salt, u, S }[quantity])) return complete(account, salt, a, b)
    if (quantity === 'A') [a, A] = [a + 1n, (A * g) % N]
    else [b, power] = [b + 1n, (power * g) % N]
  }
  throw new Error(`No ${quantity} with ${form} found.`)
}

/// <reference path="../../packages/machine/test/support/identity-js-augmented.d.ts" />
import { Secret } from '@authchart/machine'
import { AuthenticationHelper } from 'amazon-cognito-identity-js'
import { SrpExchange } from '../../packages/machine/src/cognito/srp/srp-exchange.ts'

/** Main-thread time of the client's part of one SRP sign-in (A, then the key of the password), in ms, for each round. */
export interface SrpTimes {
  readonly ours: readonly number[]
  /** The times of `amazon-cognito-identity-js` as it ships. */
  readonly theirs: readonly number[]
}

/** Measures both in one run, in turns, so that a machine that is busy meanwhile is as slow for both. In Node or in a page. */
export async function measureSrp(rounds: number): Promise<SrpTimes> {
  const [ours, theirs]: [number[], number[]] = [[], []]
  // The first rounds warm up.
  for (let round = -3; round < rounds; round += 1) {
    const [stock, own] = [await timeOf(signInWithLibrary), await timeOf(signIn)]
    if (round < 0) continue
    theirs.push(stock)
    ours.push(own)
  }
  return { ours, theirs }
}

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))

const hex = (bytes: Uint8Array) =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')

const challenge = () => ({
  SALT: hex(random(16)),
  SRP_B: hex(random(383)),
  SECRET_BLOCK: btoa(String.fromCharCode(...random(1_000))),
})

async function signIn(): Promise<void> {
  const exchange = new SrpExchange('Benchmark')
  if (exchange.largeA === '') throw new Error('No A')
  await exchange.prove(challenge(), 'ada', new Secret('Correct-horse-7'), Date.now())
}

function signInWithLibrary(): void {
  const helper = new AuthenticationHelper('Benchmark')
  const Integer = Object.getPrototypeOf(helper.N).constructor
  const { SALT, SRP_B } = challenge()
  const [largeB, salt] = [new Integer(SRP_B, 16), new Integer(SALT, 16)]
  helper.getPasswordAuthenticationKey('ada', 'Correct-horse-7', largeB, salt, (error) => {
    if (error) throw error
  })
}

async function timeOf(run: () => void | Promise<void>): Promise<number> {
  const start = performance.now()
  await run()
  return performance.now() - start
}

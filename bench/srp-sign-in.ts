/// <reference path="../packages/machine/test/support/identity-js-augmented.d.ts" />
/**
 * Main-thread time of the client's part of one SRP sign-in (A, then the key of the password): of
 * `amazon-cognito-identity-js` as it ships, and of ours, in one run.
 */
import { randomBytes } from 'node:crypto'
import { env } from 'node:process'
import { Secret } from '@authchart/machine'
import { AuthenticationHelper } from 'amazon-cognito-identity-js'
import { SrpExchange } from '../packages/machine/src/cognito/srp/srp-exchange.ts'

const rounds = env.BENCH_SHORT ? 2 : 15

const challenge = () => ({
  SALT: randomBytes(16).toString('hex'),
  SRP_B: randomBytes(383).toString('hex'),
  SECRET_BLOCK: randomBytes(1_000).toString('base64'),
})

function signIn(): void {
  const exchange = new SrpExchange('Benchmark')
  if (exchange.largeA === '') throw new Error('No A')
  exchange.prove(challenge(), 'ada', new Secret('Correct-horse-7'), Date.now())
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

/** The middle one of several times, in ms; the first rounds only warm up. */
function median(run: () => void): number {
  for (let round = 0; round < 3; round += 1) run()
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now()
    run()
    return performance.now() - start
  })
  return times.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? Number.NaN
}

const stock = median(signInWithLibrary)
const ours = median(signIn)
process.stdout.write(
  `${JSON.stringify({ rounds, stockMs: +stock.toFixed(1), oursMs: +ours.toFixed(1), ratio: +(ours / stock).toFixed(3) })}\n`,
)

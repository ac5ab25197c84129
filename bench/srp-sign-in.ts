/**
 * Main-thread time of the client's part of one SRP sign-in (A, then the proof of the password):
 * as `amazon-cognito-identity-js` ships it, and with our modular exponentiation, in one run.
 */
import { randomBytes } from 'node:crypto'
import { env } from 'node:process'
import { Secret } from '@authchart/machine'
import { AuthenticationHelper } from '../packages/machine/src/cognito/identity-js.ts'
import { SrpExchange } from '../packages/machine/src/cognito/srp.ts'

const rounds = env.BENCH_SHORT ? 2 : 15

function signIn(helper?: AuthenticationHelper): void {
  const exchange = new SrpExchange('us-east-1_Benchmark', helper)
  if (exchange.largeA === '') throw new Error('No A')
  exchange.prove(
    {
      SALT: randomBytes(16).toString('hex'),
      SRP_B: randomBytes(383).toString('hex'),
      SECRET_BLOCK: randomBytes(1_000).toString('base64'),
    },
    'ada',
    new Secret('Correct-horse-7'),
    Date.now(),
  )
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

// Stock first: ours replaces the library's arithmetic for good.
const stock = median(() => signIn(new AuthenticationHelper('Benchmark')))
const accelerated = median(() => signIn())
process.stdout.write(
  `${JSON.stringify({ rounds, stockMs: +stock.toFixed(1), acceleratedMs: +accelerated.toFixed(1), ratio: +(stock / accelerated).toFixed(1) })}\n`,
)

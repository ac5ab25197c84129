/** Main-thread time of one SRP sign-in, ours and the library's, in Node. `srp-browsers` has the same in browsers. */
import { env } from 'node:process'
import { measureSrp } from './support/measure-srp.ts'

process.stdout.write(`${JSON.stringify(await measureSrp(env.BENCH_SHORT ? 2 : 15))}\n`)

import { runCli } from './run-cli.ts'

/** Beside what is built of this file. */
await runCli(process.argv.slice(2), new URL('page/', import.meta.url))

import { readFileSync } from 'node:fs'
import { runCli } from './run-cli.ts'

const { version }: { version: string } = JSON.parse(
  readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
)

await runCli(process.argv.slice(2), version)

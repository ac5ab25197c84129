import { runCli } from './run-cli.ts'

const isInteractive = Boolean(process.stdin.isTTY && process.stdout.isTTY)
const ended = await runCli(process.argv.slice(2), { folder: process.cwd(), isInteractive })
// A tool that was handed over prints by itself, and may still run.
if (ended) {
  process.stdout.write(ended.output)
  process.stderr.write(ended.complaint ?? '')
  process.exitCode = ended.exitCode ?? 0
}

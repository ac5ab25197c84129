import { runCli } from './run-cli.ts'

const { output, complaint = '', exitCode = 0 } = await runCli(process.argv.slice(2))
process.stdout.write(output)
process.stderr.write(complaint)
process.exitCode = exitCode

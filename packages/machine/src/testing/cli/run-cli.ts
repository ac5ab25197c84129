import { generate } from './generate-command.ts'
import { plan } from './plan-command.ts'
import { replay } from './replay-command.ts'
import { report } from './report-command.ts'
import { UsageError } from './usage-error.ts'

const help = `authchart-test: tests of an auth UI, planned on the chart.

Usage: authchart-test <command> [options]

  plan        Plan the sessions that reach everything, and say how many they are
  generate    Write them as plain spec files for Playwright or Vitest
  report      Turn the coverage of a run into text, Markdown, JUnit XML or an HTML page
  replay      Print the steps of a session that failed

authchart-test <command> --help tells the options of each.
`

/** A command: what it prints, and with which exit code it ends. */
export interface Command {
  readonly help: string
  run(args: readonly string[]): Promise<{ readonly output: string; readonly exitCode?: number }>
}

const commands: Readonly<Record<string, Command>> = { plan, generate, report, replay }

/** Runs a command: exit code 2 for a wrong command line, 1 for what cannot be done or is not enough. */
export async function runCli([name = '', ...args]: readonly string[]): Promise<number> {
  try {
    if (['--help', '-h', 'help', ''].includes(name)) {
      process.stdout.write(help)
      return name === '' ? 2 : 0
    }
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined
    if (!command) {
      throw new UsageError(`There is no '${name}': ${Object.keys(commands).join(', ')}.`)
    }
    const wantsHelp = args.includes('--help') || args.includes('-h')
    const { output, exitCode = 0 } = wantsHelp ? { output: command.help } : await command.run(args)
    process.stdout.write(output)
    return exitCode
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    process.stderr.write(`authchart-test: ${reason.trim()}\n`)
    return error instanceof UsageError ? 2 : 1
  }
}

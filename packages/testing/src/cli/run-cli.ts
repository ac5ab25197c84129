import { printable } from '../report/printable.ts'
import type { Command, Ended } from './command.ts'
import { generate } from './generate-command.ts'
import { init } from './init-command.ts'
import { plan } from './plan-command.ts'
import { replay } from './replay-command.ts'
import { report } from './report-command.ts'
import { UsageError } from './usage-error.ts'

const help = `authchart-test: tests of an auth UI, planned on the chart.

Usage: authchart-test <command> [options]

  init        Find the contract of a running UI, and write it
  plan        Plan the walks that reach everything, and print their number
  generate    Write them as plain spec files for Playwright or Vitest
  report      Turn the coverage of a run into text, Markdown, JUnit XML or an HTML page
  replay      Print the steps of a failed walk

authchart-test <command> --help shows the options of each.
`

const commands: Readonly<Record<string, Command>> = { init, plan, generate, report, replay }

/**
 * Runs a command: exit code 2 for a wrong command line, 1 for what cannot be done or is not enough. Files, arguments and
 * charts may contain anything: the output contains no control sequence for a terminal.
 */
export async function runCli(args: readonly string[]): Promise<Ended> {
  const { output, complaint, ...ended } = await end(args)
  return {
    ...ended,
    output: printable(output),
    ...(complaint !== undefined && { complaint: printable(complaint) }),
  }
}

async function end([name = '', ...args]: readonly string[]): Promise<Ended> {
  try {
    if (name === '') return { output: '', complaint: help, exitCode: 2 }
    if (['--help', '-h', 'help'].includes(name)) return { output: help }
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined
    if (!command) {
      throw new UsageError(`There is no '${name}': ${Object.keys(commands).join(', ')}.`)
    }
    const wantsHelp = args.includes('--help') || args.includes('-h')
    return wantsHelp ? { output: command.help } : await command.run(args)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const complaint = `authchart-test: ${reason.trim()}\n`
    if (!(error instanceof UsageError)) return { output: '', complaint, exitCode: 1 }
    const command = Object.hasOwn(commands, name) ? `${name} ` : ''
    const hint = `authchart-test ${command}--help lists what there is.\n`
    return { output: '', complaint: complaint + hint, exitCode: 2 }
  }
}

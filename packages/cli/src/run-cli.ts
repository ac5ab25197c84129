import { readFileSync } from 'node:fs'
import type { Command, Ended, Surroundings } from './command.ts'
import { add } from './commands/add.ts'
import { init } from './commands/init.ts'
import { migrate } from './commands/migrate.ts'
import { nearestWord } from './nearest-word.ts'
import { isTool, runTool, toolNames } from './run-tool.ts'
import { UsageError } from './usage-error.ts'

const help = `authchart: sign-in for Amazon Cognito, on the command line.

Usage: authchart <command> [options]

  init        Set an app up: auth.ts, the provider, a local Cognito with a user, tests
  add         Copy the screens into your app: from then on they are yours
  migrate     Rewrite code that uses Amplify or amazon-cognito-identity-js, and list the rest
  test        Plan and write tests of an auth UI        (needs @authchart/testing)
  sandbox     Start a local Cognito                     (needs @authchart/sandbox)
  devtools    Start the inspector in a page of its own  (needs @authchart/devtools)

  -h, --help     Show this help; after a command, its options
  -v, --version  Show the version
`

const commands: ReadonlyMap<string, Command> = new Map([
  ['init', init],
  ['add', add],
  ['migrate', migrate],
])

/**
 * Runs a command: exit code 2 for a wrong command line, 1 for what cannot be done.
 *
 * @returns what to print; nothing for a tool of another package, which does that by itself
 */
export async function runCli(
  [name = '', ...args]: readonly string[],
  surroundings: Surroundings,
): Promise<Ended | undefined> {
  try {
    if (name === '') return { output: '', complaint: help, exitCode: 2 }
    if (['--help', '-h', 'help'].includes(name)) return { output: help }
    if (['--version', '-v'].includes(name)) return { output: `${readVersion()}\n` }
    if (isTool(name)) return await runTool(name, args, surroundings.folder)
    const command = commands.get(name)
    if (!command) throw new UsageError(unknownCommand(name))
    const wantsHelp = args.includes('--help') || args.includes('-h')
    return wantsHelp ? { output: command.help } : await command.run(args, surroundings)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const complaint = `authchart: ${reason.trim()}\n`
    if (!(error instanceof UsageError)) return { output: '', complaint, exitCode: 1 }
    const hint = `authchart ${commands.has(name) ? `${name} ` : ''}--help lists what there is.\n`
    return { output: '', complaint: complaint + hint, exitCode: 2 }
  }
}

function unknownCommand(name: string): string {
  const nearest = nearestWord(name, [...commands.keys(), ...toolNames])
  return `There is no command '${name}'.${nearest ? ` Do you mean '${nearest}'?` : ''}`
}

function readVersion(): string {
  return JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version
}

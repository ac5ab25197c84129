import { parseCommand, UsageError } from '../parse-command.mjs'
import { say } from '../say.mjs'
import { runSteps } from './run-steps.mjs'
import { stagesFor } from './steps/index.mjs'

const help = `npm test: everything that is checked, on this machine only.

Installs what is missing (a browser included), then runs all steps, even if one fails. At the end it shows
how long each step and the slowest test files took. The last line counts the tests.

  npm test -- --only NAME   lint, unit, typecheck, sizes, consumers, packages or e2e; may be given several times
  npm test -- --help        shows this`

/**
 * @param {string[]} argv
 * @returns {Promise<number>} exit code
 */
export async function runTest(argv) {
  try {
    const { help: wantsHelp, only } = parseCommand(argv, {
      only: { type: 'string', multiple: true },
    })
    if (!wantsHelp) return await runSteps(stagesFor(only))
    say(help)
    return 0
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    say(error.message)
    return 2
  }
}

import { parseCommand, UsageError } from '../parse-command.mjs'
import { say } from '../say.mjs'
import { runSteps } from './run-steps.mjs'
import { stepsFor } from './steps/index.mjs'

const help = `npm test: everything that is checked, on this machine only.

Installs what is missing (a browser included), then runs lint, build, sizes, typecheck,
projects that install what is packed, unit and end-to-end tests, all of them even if one fails. The last line counts the tests.

  npm test -- --only NAME   lint, sizes, typecheck, consumers, unit or e2e; may be given several times
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
    if (!wantsHelp) return await runSteps(stepsFor(only))
    say(help)
    return 0
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    say(error.message)
    return 2
  }
}

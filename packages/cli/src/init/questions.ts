import { cancel, confirm, intro, isCancel, note, select } from '@clack/prompts'
import { type Framework, frameworks } from '../screens/templates.ts'
import type { TestRunner } from './init-choice.ts'

/** The user has left the questions. */
export class CancelledError extends Error {}

/** What is known; a member that is `undefined` is a question. */
export interface Known {
  readonly framework: Framework | undefined
  readonly config: string | undefined
  readonly tests: TestRunner | undefined
  /** A file of a user pool that is there. */
  readonly outputs: string | undefined
  /** The tests that this app can run. */
  readonly runners: readonly TestRunner[]
}

export interface Answers {
  readonly framework: Framework
  readonly config: string
  readonly tests: TestRunner
}

/**
 * Asks what is not known. What has one answer is no question.
 *
 * @throws CancelledError
 */
export async function answerQuestions(known: Known): Promise<Answers> {
  intro('Authchart')
  const framework =
    known.framework ??
    answered(
      await select({
        message: 'Which framework?',
        options: frameworks.map((value) => ({ value, label: labels[value] })),
      }),
    )
  const config = known.config ?? (await choosePool(known))
  const tests =
    known.tests ??
    answered(
      await select({
        message: 'Which tests?',
        options: known.runners.map((value) => ({ value, label: labels[value] })),
      }),
    )
  return { framework, config, tests }
}

async function choosePool({ outputs }: Known): Promise<string> {
  if (outputs === undefined) return 'sandbox'
  return answered(
    await select({
      message: 'Which user pool?',
      options: [
        { value: 'sandbox', label: 'A local Cognito: no AWS account is needed' },
        { value: outputs, label: `The one of ${outputs}` },
      ],
    }),
  )
}

/** @throws CancelledError if the user says no */
export async function confirmFiles(paths: readonly string[]): Promise<void> {
  note(paths.join('\n'), 'These files are written or changed')
  if (!answered(await confirm({ message: 'Go ahead?' }))) leave()
}

const labels: Readonly<Record<Framework | TestRunner, string>> = {
  react: 'React',
  vue: 'Vue',
  playwright: 'Playwright: in a browser',
  vitest: 'Vitest: in a DOM, without a browser',
  none: 'None',
}

function answered<Value>(value: Value): Exclude<Value, symbol> {
  return isCancel(value) ? leave() : (value as Exclude<Value, symbol>)
}

function leave(): never {
  cancel('Nothing was written.')
  throw new CancelledError('Nothing was written.')
}

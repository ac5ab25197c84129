import { cancel, confirm, intro, isCancel, note, select } from '@clack/prompts'
import { type Framework, frameworks } from '../screens/templates.ts'
import { type TestRunner, testRunners } from './init-choice.ts'

/** The user has left the questions. */
export class CancelledError extends Error {}

/** What is known; a member that is `undefined` is a question. */
export interface Known {
  readonly framework: Framework | undefined
  readonly config: string | undefined
  readonly tests: TestRunner | undefined
  /** A file of a user pool that is there. */
  readonly outputs: string | undefined
}

export interface Answers {
  readonly framework: Framework
  readonly config: string
  readonly tests: TestRunner
}

/** @throws CancelledError */
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
  const config =
    known.config ??
    answered(
      await select({
        message: 'Which user pool?',
        options: [
          { value: 'sandbox', label: 'A local Cognito: no AWS account is needed' },
          ...(known.outputs
            ? [{ value: known.outputs, label: `The one of ${known.outputs}` }]
            : []),
        ],
      }),
    )
  const tests =
    known.tests ??
    answered(
      await select({
        message: 'Which tests?',
        options: testRunners.map((value) => ({ value, label: labels[value] })),
      }),
    )
  return { framework, config, tests }
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

import { join } from 'node:path'
import { UsageError } from '../../parse-command.mjs'
import { root, toolCommand } from '../../paths.mjs'
import { run } from '../../run.mjs'
import { turbo } from '../../turbo.mjs'
import { command } from './command.mjs'
import { runE2e } from './e2e.mjs'
import { runUnit } from './unit.mjs'

const minute = 60_000

/** In order. What is not named by the user runs only where another one needs it. */
const steps = [
  {
    name: 'lint',
    title: 'Lint',
    run: command(() =>
      run(toolCommand('biome', 'check', '--error-on-warnings'), { timeoutMs: minute }),
    ),
  },
  {
    name: 'build',
    title: 'Build',
    neededBy: ['sizes', 'typecheck', 'consumers', 'unit', 'e2e'],
    run: command(() => turbo('build')),
  },
  {
    name: 'sizes',
    title: 'Sizes as the README says',
    run: command(() =>
      run([process.execPath, join(root, 'scripts/sizes.mjs'), '--check'], { timeoutMs: minute }),
    ),
  },
  { name: 'typecheck', title: 'Typecheck', run: command(() => turbo('typecheck')) },
  {
    name: 'consumers',
    title: 'Packed, in projects of others',
    run: command(() =>
      run([process.execPath, join(root, 'scripts/consumers.mjs')], { timeoutMs: 6 * minute }),
    ),
  },
  { name: 'unit', title: 'Unit tests', run: runUnit },
  { name: 'e2e', title: 'End-to-end tests', run: runE2e },
]

/**
 * @param {string[] | undefined} only names; all steps without
 * @throws UsageError for an unknown name
 */
export function stepsFor(only) {
  if (!only) return steps
  const names = steps.filter((step) => !step.neededBy).map(({ name }) => name)
  const unknown = only.find((name) => !names.includes(name))
  if (unknown !== undefined) {
    throw new UsageError(`Unknown step "${unknown}"; there are ${names.join(', ')}`)
  }
  return steps.filter(
    ({ name, neededBy = [] }) =>
      only.includes(name) || neededBy.some((step) => only.includes(step)),
  )
}

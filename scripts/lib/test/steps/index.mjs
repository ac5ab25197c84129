import { join } from 'node:path'
import { UsageError } from '../../parse-command.mjs'
import { root, toolCommand } from '../../paths.mjs'
import { run } from '../../run.mjs'
import { turbo } from '../../turbo.mjs'
import { command } from './command.mjs'
import { runE2e } from './e2e.mjs'
import { runUnit } from './unit.mjs'

const minute = 60_000

/** @param {string} file in `scripts/` */
const script = (file, ...parameters) =>
  run([process.execPath, join(root, 'scripts', file), ...parameters], { timeoutMs: 6 * minute })

const lint = {
  name: 'lint',
  title: 'Lint',
  run: command(() =>
    run(toolCommand('biome', 'check', '--error-on-warnings'), { timeoutMs: minute }),
  ),
}
const build = {
  name: 'build',
  title: 'Build',
  neededBy: ['sizes', 'typecheck', 'consumers', 'packages', 'unit', 'e2e'],
  run: command(() => turbo('build')),
}
const typecheck = { name: 'typecheck', title: 'Typecheck', run: command(() => turbo('typecheck')) }
const sizes = {
  name: 'sizes',
  title: 'Sizes as the README says',
  run: command(() => script('sizes.mjs', '--check')),
}
const consumers = {
  name: 'consumers',
  title: 'Packed, in projects of others',
  // One at a time: the unit tests run beside them.
  run: command(() => script('consumers.mjs', '--short', '--jobs', '1')),
}
const packages = {
  name: 'packages',
  title: 'What users install',
  run: command(() => script('check-packages.mjs')),
}
const unit = { name: 'unit', title: 'Unit tests', run: runUnit }
const inspected = {
  name: 'inspected',
  title: 'Build with the inspector',
  neededBy: ['e2e'],
  run: command(() => turbo('build:development')),
}
const e2e = { name: 'e2e', title: 'End-to-end tests', run: runE2e }

/**
 * Stages run one after the other, the lanes of a stage side by side: the unit tests wait so often that the
 * compiler and the bundlers find time beside them.
 *
 * @type {readonly (readonly (readonly { name: string, title: string, neededBy?: string[], run: () => Promise<import('../run-steps.mjs').Outcome> }[])[])[]}
 */
const stages = [
  [[lint], [build]],
  [[unit], [inspected, typecheck, sizes, consumers, packages]],
  [[e2e]],
]

/**
 * @param {string[] | undefined} only names; all steps without
 * @returns the stages with their lanes of steps; what the user does not name runs only where a named step needs it
 * @throws UsageError for an unknown name
 */
export function stagesFor(only) {
  if (!only) return stages
  const names = stages
    .flat(2)
    .filter((step) => !step.neededBy)
    .map(({ name }) => name)
  const unknown = only.find((name) => !names.includes(name))
  if (unknown !== undefined) {
    throw new UsageError(`Unknown step "${unknown}"; there are ${names.join(', ')}`)
  }
  const isWanted = ({ name, neededBy = [] }) =>
    only.includes(name) || neededBy.some((step) => only.includes(step))
  return stages
    .map((lanes) => lanes.map((lane) => lane.filter(isWanted)).filter((lane) => lane.length > 0))
    .filter((lanes) => lanes.length > 0)
}

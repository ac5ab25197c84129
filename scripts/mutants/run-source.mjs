import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { env } from 'node:process'
import { parseArgs } from 'node:util'
import { toolCommand } from '../lib/paths.mjs'
import { copyRepository } from './copy-repository.mjs'
import { passwordlessMutants } from './passwordless-mutants.mjs'
import { sourceMutants } from './source-mutants.mjs'

const usage = `Puts faults into a copy of the machine, one at a time, and shows which its own tests find, or generated checks.

  node scripts/mutants/run-source.mjs [--only text] [--in folder] [--out results.json]

  --only  faults whose name has this text
  --in    faults for the tests of this folder, e.g. packages/testing
  --out   writes the results as JSON
`

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    in: { type: 'string', default: '' },
    out: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  },
})
if (values.help) {
  process.stdout.write(usage)
  process.exit(0)
}

const all = [...sourceMutants, ...passwordlessMutants]
const chosen = all.filter(
  (mutant) => mutant.name.includes(values.only) && folderOf(mutant).includes(values.in),
)
const copy = copyRepository()
const results = []
try {
  for (const folder of new Set(chosen.map(folderOf))) {
    const mine = chosen.filter((mutant) => folderOf(mutant) === folder)
    const failed = firstFailure(folder, [...new Set(mine.flatMap(({ tests }) => tests))])
    if (failed) throw new Error(`A test fails without any fault: ${failed}`)
  }
  for (const mutant of chosen) {
    const foundBy = runWith(mutant)
    results.push({ name: mutant.name, file: mutant.file, foundBy })
    process.stdout.write(
      `${foundBy ? '✓' : '✗'} ${mutant.name}\n${foundBy ? `    ${foundBy}\n` : ''}`,
    )
    if (values.out) writeFileSync(values.out, `${JSON.stringify(results, null, 2)}\n`)
  }
} finally {
  rmSync(copy, { recursive: true, force: true })
}
process.stdout.write(
  `${results.filter(({ foundBy }) => foundBy).length} of ${results.length} found\n`,
)

/**
 * The title of the first test that fails with a fault; `undefined` if none does.
 *
 * @param {import('./source-mutants.mjs').SourceMutant} mutant
 * @returns {string | undefined}
 */
function runWith(mutant) {
  const { file, find, replace, tests } = mutant
  const path = join(copy, file)
  const original = readFileSync(path, 'utf8')
  try {
    writeFileSync(
      path,
      original.replace(find, () => replace),
    )
    return firstFailure(folderOf(mutant), tests)
  } finally {
    writeFileSync(path, original)
  }
}

/** @param {import('./source-mutants.mjs').SourceMutant} mutant */
function folderOf(mutant) {
  return mutant.in ?? 'packages/machine'
}

/**
 * @param {string} folder
 * @param {readonly string[]} tests
 * @returns {string | undefined}
 */
function firstFailure(folder, tests) {
  const parameters = ['run', ...tests, '--bail=1', '--maxWorkers=1', '--reporter=json']
  const [command, ...rest] = toolCommand('vitest', ...parameters)
  const { status, stdout, stderr } = spawnSync(command, rest, {
    cwd: join(copy, folder),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...env, FORCE_COLOR: '0' },
  })
  if (status === 0) return undefined
  const report = stdout.slice(stdout.indexOf('{"numTotalTestSuites"'))
  try {
    const files = JSON.parse(report).testResults
    const test = files.flatMap(({ assertionResults }) => assertionResults).find(isFailed)
    return test?.fullName ?? files.find(isFailed)?.message.split('\n')[0]
  } catch {
    throw new Error(`The tests did not run:\n${stdout.slice(0, 2_000)}${stderr.slice(0, 2_000)}`)
  }
}

/** @param {{ status: string }} result */
function isFailed({ status }) {
  return status === 'failed'
}

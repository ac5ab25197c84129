import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { env } from 'node:process'
import { parseArgs } from 'node:util'
import { root, toolCommand } from '../lib/paths.mjs'
import { copyRepository } from './copy-repository.mjs'
import { mutants } from './mutants.mjs'

const usage = `Puts known faults into a copy of the apps and the machine, one at a time, and prints which the walks find.

  node scripts/mutants/run.mjs [--cover transitions] [--only text] [--out results.json]

  --cover  states, transitions or outcomes; may be given more than once (transitions)
  --only   those whose name has this text
  --out    writes what was found as JSON
`

const { values } = parseArgs({
  options: {
    cover: { type: 'string', multiple: true, default: ['transitions'] },
    only: { type: 'string', default: '' },
    out: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  },
})
if (values.help) {
  process.stdout.write(usage)
  process.exit(0)
}

const copy = copyRepository()
const found = []
try {
  for (const mutant of mutants.filter(({ name }) => name.includes(values.only))) {
    const caught = take(mutant)
    found.push({ name: mutant.name, file: mutant.file, caught })
    for (const cover of values.cover) {
      const by = caught[cover]
      process.stdout.write(`${by ? '✓' : '✗'} ${cover}: ${mutant.name}\n${by ? `    ${by}\n` : ''}`)
    }
    if (values.out) writeFileSync(values.out, `${JSON.stringify(found, null, 2)}\n`)
  }
} finally {
  rmSync(copy, { recursive: true, force: true })
}
for (const cover of values.cover) {
  const count = found.filter(({ caught }) => caught[cover]).length
  process.stdout.write(`${cover}: ${count} of ${found.length} caught\n`)
}

/**
 * By criterion, what gave a mutant away; `undefined` where nothing did.
 *
 * @param {import('./mutants.mjs').Mutant} mutant
 * @returns {Record<string, string | undefined>}
 */
function take({ file, find, replace }) {
  const path = join(copy, file)
  const original = readFileSync(path, 'utf8')
  const isMachine = file.startsWith('packages/machine/')
  const app = file.startsWith('examples/vue/') ? 'vue' : 'react'
  try {
    writeFileSync(
      path,
      original.replace(find, () => replace),
    )
    if (isMachine) must('tsdown', 'packages/machine', ['--no-dts'])
    must('vite', `examples/${app}`, ['build', '--logLevel', 'error'])
    return Object.fromEntries(values.cover.map((cover) => [cover, walk(app, cover)]))
  } finally {
    writeFileSync(path, original)
    if (isMachine) must('tsdown', 'packages/machine', ['--no-dts'])
  }
}

/**
 * @param {'tsdown' | 'vite'} tool
 * @param {string} folder
 * @param {string[]} parameters
 */
function must(tool, folder, parameters) {
  const [command, ...rest] = toolCommand(tool, ...parameters)
  const { status, stderr, stdout } = spawnSync(command, rest, {
    cwd: join(copy, folder),
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`${tool} in ${folder}: ${stderr || stdout}`)
}

/**
 * @param {string} app
 * @param {string} cover
 */
function walk(app, cover) {
  const [command, ...rest] = toolCommand('playwright', 'test', '--config', 'mutants.config.ts')
  const { status, stdout } = spawnSync(command, rest, {
    cwd: join(root, 'examples/e2e'),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...env, MUTANT_ROOT: copy, MUTANT_APP: app, WALKS_COVER: cover, FORCE_COLOR: '0' },
  })
  return status === 0 ? undefined : messageIn(stdout)
}

/**
 * The first error of a report of Playwright.
 *
 * @param {string} report
 */
function messageIn(report) {
  const message = /"message": "((?:[^"\\]|\\.)*)"/.exec(report)?.[1]
  if (!message) throw new Error(`The walks did not run:\n${report.slice(0, 2_000)}`)
  return JSON.parse(`"${message}"`).split('\n')[0]
}

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { root } from '../lib/paths.mjs'
import { chooseJobs, longJobs } from '../lib/test/long-jobs.mjs'
import { countExit, stagesOf } from '../lib/test/run-test-long.mjs'

const folders = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

/** @param {Record<string, string[]>} scripts of each folder; those under `packages` are workspaces */
function repository(scripts) {
  const folder = mkdtempSync(join(tmpdir(), 'authchart-long-'))
  folders.push(folder)
  for (const [dir, names] of Object.entries(scripts)) {
    mkdirSync(join(folder, dir), { recursive: true })
    const manifest = { scripts: Object.fromEntries(names.map((name) => [name, 'node --version'])) }
    writeFileSync(join(folder, dir, 'package.json'), JSON.stringify(manifest))
  }
  const workspaces = Object.keys(scripts).filter((dir) => dir.startsWith('packages/'))
  const packages = Object.fromEntries(['', ...workspaces, 'node_modules/x'].map((dir) => [dir, {}]))
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages }))
  return folder
}

test('finds the long scripts of workspaces, of other folders and of the root', async () => {
  const folder = repository({
    '.': ['test', 'test:long', 'test:long:bench'],
    'packages/one': ['test', 'test:long', 'test:longer'],
    'packages/two': ['test:long:sweeps', 'test:long:walks'],
    'packages/three': ['test'],
    consumers: ['test:long'],
    docs: [],
  })
  expect(await longJobs(folder)).toEqual([
    { name: 'bench', dir: '', script: 'test:long:bench' },
    { name: 'consumers', dir: 'consumers', script: 'test:long' },
    { name: 'one', dir: 'packages/one', script: 'test:long' },
    { name: 'two:sweeps', dir: 'packages/two', script: 'test:long:sweeps' },
    { name: 'two:walks', dir: 'packages/two', script: 'test:long:walks' },
  ])
})

test('takes those that are named, a folder for all of its own', async () => {
  const jobs = ['bench', 'e2e:sweeps', 'e2e:walks'].map((name) => ({ name, dir: '', script: '' }))
  const chosen = (only) => chooseJobs(jobs, only).map(({ name }) => name)
  expect(chosen(undefined)).toHaveLength(3)
  expect(chosen(['e2e'])).toEqual(['e2e:sweeps', 'e2e:walks'])
  expect(chosen(['e2e:walks', 'bench'])).toEqual(['bench', 'e2e:walks'])
  expect(() => chosen(['e2'])).toThrow('Unknown name "e2"; there are bench, e2e:sweeps, e2e:walks')
})

test('jobs without a browser run beside those with one, benches alone', () => {
  const job = (name, dir) => ({ name, dir, script: 'test:long' })
  const stages = stagesOf([
    job('bench', ''),
    job('e2e:walks', 'examples/e2e'),
    job('machine', 'packages/machine'),
  ])
  expect(stages.map((lanes) => lanes.map((steps) => steps.map(({ title }) => title)))).toEqual([
    [['Build']],
    [['e2e:walks'], ['machine']],
    [['bench']],
  ])
})

test('a script that cannot run on this machine is skipped, any other that fails is a failure', () => {
  expect(countExit(0)).toEqual({ passed: 1, failed: 0, skipped: 0 })
  expect(countExit(77)).toEqual({ passed: 0, failed: 0, skipped: 1 })
  expect(countExit(1)).toEqual({ passed: 0, failed: 1, skipped: 0 })
  expect(countExit(124)).toEqual({ passed: 0, failed: 1, skipped: 0 })
})

test('every bench, the walks of pairs, the mishaps and the inspector are among the long scripts here', async () => {
  const names = (await longJobs(root)).map(({ name }) => name)
  for (const name of [
    'bench',
    'devtools',
    'e2e:adversity',
    'e2e:inspector',
    'e2e:nightly',
    'e2e:walks',
    'machine',
    'sandbox',
  ]) {
    expect(names).toContain(name)
  }
})

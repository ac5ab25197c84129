import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { root } from '../lib/paths.mjs'
import { chooseJobs, longJobs, shardOf } from '../lib/test/long-jobs.mjs'
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

test('parts take about as long, and together are all', () => {
  const seconds = { a: 10, b: 7, c: 6, d: 5, e: 2 }
  const jobs = Object.keys(seconds).map((name) => ({ name, dir: '', script: '' }))
  const part = (shard) => shardOf(jobs, shard, seconds).map(({ name }) => name)
  expect(part(undefined)).toEqual(['a', 'b', 'c', 'd', 'e'])
  expect(part('1/1')).toEqual(['a', 'b', 'c', 'd', 'e'])
  expect([part('1/2'), part('2/2')]).toEqual([
    ['a', 'd'],
    ['b', 'c', 'e'],
  ])
  for (const wrong of ['0/2', '3/2', '2', '1/0', 'x', '', '1/2/3', '1.5/2']) {
    expect(() => part(wrong)).toThrow(`--shard is "${wrong}", not like "2/4"`)
  }
})

test('the time of every long script is known, and the workflow has as many machines as parts', async () => {
  const seconds = JSON.parse(
    await readFile(join(root, 'scripts/lib/test/long-seconds.json'), 'utf8'),
  )
  const jobs = await longJobs(root)
  expect(Object.keys(seconds)).toEqual(jobs.map(({ name }) => name))
  const workflow = await readFile(join(root, '.github/workflows/nightly.yml'), 'utf8')
  const [, parts] = /part: \[([\d, ]+)\]/.exec(workflow) ?? []
  const count = parts.split(', ').length
  expect(parts).toBe(Array.from({ length: count }, (_, at) => at + 1).join(', '))
  expect(/--shard \$\{\{ matrix\.part \}\}\/(\d+)/.exec(workflow)?.[1]).toBe(String(count))
  for (let part = 1; part <= count; part += 1) {
    const names = shardOf(jobs, `${part}/${count}`, seconds).map(({ name }) => name)
    const minutes = names.reduce((sum, name) => sum + seconds[name], 0) / 60
    expect(minutes, names.join(', ')).toBeLessThan(45)
  }
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

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { root } from '../../lib/paths.mjs'
import { inOrder } from '../../lib/release/in-order.mjs'
import { tagOf } from '../../lib/release/list-release.mjs'

const readJson = (path) => JSON.parse(readFileSync(join(root, path), 'utf8'))

const manifest = readJson('package.json')
const published = readdirSync(join(root, 'packages'))
  .map((part) => readJson(`packages/${part}/package.json`))
  .filter((part) => !part.private)

const workflows = readdirSync(join(root, '.github/workflows')).map((file) => ({
  file,
  workflow: parse(readFileSync(join(root, '.github/workflows', file), 'utf8')),
}))
const steps = workflows.flatMap(({ workflow }) =>
  Object.values(workflow.jobs).flatMap((job) => job.steps),
)

test('the packages have one version, and changesets keep it so', () => {
  expect(new Set(published.map(({ version }) => version)).size).toBe(1)
  const { fixed } = readJson('.changeset/config.json')
  expect(fixed).toEqual([['authchart', '@authchart/*']])
  expect(published.every(({ name }) => /^(?:authchart$|@authchart\/)/.test(name))).toBe(true)
})

test('every workspace has a version: without one, changesets cannot make candidates', () => {
  const { packages } = readJson('package-lock.json')
  const workspaces = Object.keys(packages).filter((dir) => dir && !dir.includes('node_modules'))
  const without = workspaces.filter((dir) => !readJson(`${dir}/package.json`).version)
  expect(without).toEqual([])
})

test('the first releases are candidates of 1.0.0', () => {
  const { mode, tag } = readJson('.changeset/pre.json')
  expect({ mode, tag }).toEqual({ mode: 'pre', tag: 'rc' })
  expect(tagOf('1.0.0-rc.0')).toBe('rc')
  expect(tagOf('1.0.0')).toBe('latest')
})

test('a package is published after those that it needs', () => {
  const [machine, react, cli] = [
    { name: '@authchart/machine', needs: {} },
    { name: '@authchart/react', needs: { '@authchart/machine': '1.0.0' } },
    { name: 'authchart', needs: {} },
  ]
  expect(inOrder([cli, react, machine])).toEqual([cli, machine, react])
  expect(() =>
    inOrder([
      { name: 'a', needs: { b: '1' } },
      { name: 'b', needs: { a: '1' } },
    ]),
  ).toThrow('A circle among a, b')
})

test('changesets name packages that exist', () => {
  const files = readdirSync(join(root, '.changeset')).filter((file) => file.endsWith('.md'))
  const named = files.flatMap((file) => {
    const [, front] = readFileSync(join(root, '.changeset', file), 'utf8').split(/^---$/m)
    return Object.keys(parse(front ?? ''))
  })
  expect(published.map(({ name }) => name)).toEqual(expect.arrayContaining(named))
})

test('the workflows call scripts that exist', () => {
  const called = steps.flatMap(({ run = '' }) =>
    [...run.matchAll(/npm (?:run (?:--silent )?)?([\w:]+)/g)].map(([, name]) => name),
  )
  const needed = ['ci', 'lint', 'test', 'test:long', 'consumers', 'release']
  expect(called).toEqual(expect.arrayContaining(needed))
  const known = [...Object.keys(manifest.scripts), 'ci', 'publish']
  expect(known).toEqual(expect.arrayContaining(called))
})

test('the oldest supported Node is among those that are tested', () => {
  const quality = workflows.find(({ file }) => file === 'quality.yml')?.workflow
  const [oldest] = quality.jobs.test.strategy.matrix.node
  expect(manifest.engines.node).toBe(`>=${oldest}`)
})

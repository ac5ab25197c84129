import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { root } from '../../lib/paths.mjs'

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
    [...run.matchAll(/npm (?:run )?([\w:]+)/g)].map(([, name]) => name),
  )
  expect(called).toEqual(expect.arrayContaining(['ci', 'lint', 'test', 'test:long']))
  const known = [...Object.keys(manifest.scripts), 'ci']
  expect(known).toEqual(expect.arrayContaining(called))
})

test('the oldest supported Node is among those that are tested', () => {
  const quality = workflows.find(({ file }) => file === 'quality.yml')?.workflow
  const [oldest] = quality.jobs.test.strategy.matrix.node
  expect(manifest.engines.node).toBe(`>=${oldest}`)
})

import { readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { expect, test } from 'vitest'
import { renderResults, renderSummary } from '../../bench/support/render-results.mjs'
import { isBehind, median, missesLimit, ratioOf } from '../../bench/support/statistics.mjs'
import { peerVersions } from '../../bench/support/versions.mjs'

const root = new URL('../../', import.meta.url)
const read = (path) => readFileSync(new URL(path, root), 'utf8')
const results = JSON.parse(read('bench/results.gen.json'))

test('the page of results and the table of the README are what was measured', () => {
  expect(read('bench/RESULTS.md')).toBe(renderResults(results))
  expect(read('README.md')).toContain(`<!-- bench -->\n${renderSummary(results)}\n<!-- /bench -->`)
})

test('every comparison was measured, with the peers that are installed', () => {
  const files = readdirSync(new URL('bench/comparisons', root))
  const names = files.map((file) => basename(file, '.mjs'))
  expect(results.comparisons.map(({ name }) => name)).toEqual(names)
  expect(results.versions).toEqual(peerVersions())
})

test('a name is a comparison or figures, and not both', () => {
  const nameOf = (file) => file.replace(/\.(mjs|ts)$/, '')
  const comparisons = readdirSync(new URL('bench/comparisons', root)).map(nameOf)
  const figures = readdirSync(new URL('bench', root)).map(nameOf)
  expect(comparisons.filter((name) => figures.includes(name))).toEqual([])
})

test('the bytes that were measured are those of the README', () => {
  const [, kB] = /\| React \| [\d.]+ kB \| ([\d.]+) kB \|/.exec(read('README.md'))
  const { rows } = results.comparisons.find(({ name }) => name === 'bytes')
  const { ours } = rows.find(({ what }) => what === 'React, all flows')
  expect(Math.abs(ours[0] / 1000 - Number(kB))).toBeLessThan(0.5)
})

test('a line says why Authchart is behind', () => {
  const silent = results.comparisons.flatMap(({ rows }) =>
    rows.filter((row) => isBehind(row) && !row.why).map(({ what, peer }) => `${what}, ${peer}`),
  )
  expect(silent).toEqual([])
})

test('ratios are of pairs where both were measured as often', () => {
  expect(median([3, 1, 2])).toBe(2)
  expect(median([4, 1, 2, 3])).toBe(2.5)
  expect(() => median([])).toThrow('No value')
  // The machine was ten times slower in the second turn.
  expect(ratioOf({ ours: [1, 10, 1], theirs: [2, 20, 2] })).toBe(0.5)
  expect(ratioOf({ ours: [1], theirs: [2, 4] })).toBeCloseTo(1 / 3)
})

test('more is better where a row says so', () => {
  const row = { what: '', peer: '', unit: '', ours: [2], theirs: [1] }
  expect(isBehind(row)).toBe(true)
  expect(isBehind({ ...row, better: 'more' })).toBe(false)
  expect(missesLimit({ ...row, limit: 2 })).toBe(false)
  expect(missesLimit({ ...row, limit: 1.9 })).toBe(true)
  expect(missesLimit({ ...row, better: 'more', limit: 3 })).toBe(true)
})

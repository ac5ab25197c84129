import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../../lib/paths.mjs'

const page = readFileSync(join(root, 'docs/features.md'), 'utf8')
const [built = '', missing = ''] = page.split('\n## Not in this release\n')

/** The cells of each row of the tables, without their headings. */
const rows = built
  .split('\n')
  .filter((line) => /^\| (?!feature |-)/.test(line))
  .map((line) => line.slice(2, -2).split(' | '))

const cell = /^\[[^\]]+\]\(\.\.\/([^)]+)\): (.+)$/

test('the page has the rows of every area', () => {
  expect(built.match(/^## /gm)).toHaveLength(14)
  expect(rows.length).toBeGreaterThan(80)
})

test.each(rows)('%s has a guide, a test and a place in a running UI', (...row) => {
  const [feature, guide, ...proofs] = row
  expect(row, feature).toHaveLength(4)
  expect(guide).toMatch(/^\[[^\]]+\]\([\w/-]+\.md(?:#[\w-]+)?\)$/)
  for (const proof of proofs) expect(hasTest(proof), proof).toBe(true)
})

test('a cell whose file or test does not exist is found', () => {
  const file = 'scripts/test/docs/features.test.mjs'
  expect(hasTest(`[x](../${file}): the page has the rows of every area`)).toBe(true)
  expect(hasTest(`[x](../${file}): no test has ${'this'} name`)).toBe(false)
  expect(hasTest('[x](../scripts/test/no.test.mjs): the page has the rows of every area')).toBe(
    false,
  )
  expect(hasTest('–')).toBe(false)
})

test('what is not in this release has no guide of its own, and says what there is', () => {
  const lines = missing.split('\n').filter((line) => /^\| (?!feature |-)/.test(line))
  expect(lines.length).toBeGreaterThan(0)
  for (const line of lines) expect(line.slice(2, -2).split(' | ')).toHaveLength(2)
})

/** The file of a cell has a test of that title, or generates walks. */
function hasTest(text) {
  const [, file = '', title = ''] = cell.exec(text) ?? []
  if (!file || !existsSync(join(root, file))) return false
  const code = readFileSync(join(root, file), 'utf8')
  return title === 'generated walks'
    ? code.includes('walkTests(')
    : ["'", '"', '`'].some((quote) => code.includes(`${quote}${title}`))
}

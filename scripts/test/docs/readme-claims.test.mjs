import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../../lib/paths.mjs'

const read = (path) => readFileSync(join(root, path), 'utf8')
const readme = read('README.md')

test('the sizes on the first screen are those of the table, which `npm run sizes` checks', () => {
  const [, react, vue, first] =
    /([\d.]+) kB for React, ([\d.]+) kB for Vue; (\d+) kB before the first screen/.exec(readme) ??
    []
  const [reactRow, vueRow] = ['React', 'Vue'].map((name) =>
    new RegExp(`\\| ${name} \\| ([\\d.]+) kB \\| ([\\d.]+) kB \\| ([\\d.]+) kB \\|`).exec(readme),
  )
  expect([react, vue]).toEqual([reactRow[3], vueRow[3]])
  expect(Math.round(Number(reactRow[1]))).toBe(Number(first))
  expect(Math.round(Number(vueRow[1]))).toBe(Number(first))
})

test('the walks that the README counts are those of the report', () => {
  const [, walks, transitions] =
    /(\d+)\s+walks\s+cover\s+all\s+(\d+)\s+transitions/.exec(readme) ?? []
  expect(read('docs/quality/walks.md')).toMatch(
    new RegExp(`\`transitions\` \\| ${walks} \\| \\d+ \\| ${transitions} of ${transitions}, 100 %`),
  )
})

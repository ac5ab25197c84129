import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { contractExports } from '../../src/cli/contract-exports.ts'

const folder = mkdtempSync(join(tmpdir(), 'authchart-contract-'))
afterAll(() => rmSync(folder, { recursive: true }))

function read(text: string, framework: 'playwright' | 'vitest' = 'playwright'): string {
  const file = join(folder, 'my-ui.ts')
  writeFileSync(file, text)
  return contractExports(file, framework).ui
}

test.each([
  ['export const ui = defineUi<Page>({})', 'ui'],
  ['export const myUi = defineUi<Page>({})', 'myUi'],
  ['export const myUi: Ui<Page> =\n  defineUi({})', 'myUi'],
  ["export const helper = 1\nexport const myUi = defineUi<Page>({})\nexport type A = 'b'", 'myUi'],
  ['const mine = defineUi<Page>({})\nexport { mine as ui, type A }', 'ui'],
  ["export { exampleUi as ui } from './example-ui.ts'", 'ui'],
  ["export * from './example-ui.ts'", 'ui'],
  ['export const a = defineUi<Page>({})\nexport const ui = defineUi<Page>({})', 'ui'],
])('%j is imported as %s', (text, name) => {
  expect(read(text)).toBe(name)
})

test.each([
  ['const ui = defineUi<Page>({})', 'exports no contract: export it as ui (it exports nothing)'],
  ['export const screens = {}\nexport function a() {}', 'it exports screens, a'],
  ['export const a = defineUi({})\nexport const b = defineUi({})', 'it exports a, b'],
  ['export default defineUi({})', 'export it as ui'],
  ['const ui = defineUi({})\nexport { ui as mine }', 'it exports mine'],
])('%j is rejected before anything is written', (text, why) => {
  expect(() => read(text)).toThrow(why)
})

test('specs for Vitest need a way to show the app as well', () => {
  const contract = 'export const myUi = defineUi<Element>({})\n'
  expect(() => read(contract, 'vitest')).toThrow('exports no open')
  expect(read(`${contract}export async function open() {}`, 'vitest')).toBe('myUi')
  expect(read(`${contract}export const open = async () => document.body`, 'vitest')).toBe('myUi')
})

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'

const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8')

test('the example that is complete runs', async () => {
  const blocks = [...readme.matchAll(/```ts\n(.*?)```/gs)].map(([, code = '']) => code)
  const complete = blocks.filter((code) => !code.includes('…'))
  expect(complete).toHaveLength(1)
  // In the package, so that imports are resolved.
  const results = join(import.meta.dirname, '../test-results')
  mkdirSync(results, { recursive: true })
  const folder = mkdtempSync(join(results, 'readme-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'example.ts')
  writeFileSync(file, complete[0] ?? '')
  await import(file)
})

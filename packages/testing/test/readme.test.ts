import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'

const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8')

test('the examples that are complete run', async () => {
  const blocks = [...readme.matchAll(/```ts\n(.*?)```/gs)].map(([, code = '']) => code)
  const complete = blocks.filter((code) => !code.includes('…'))
  expect(complete).toHaveLength(2)
  // In the package, so that imports are resolved.
  const results = join(import.meta.dirname, '../test-results')
  mkdirSync(results, { recursive: true })
  const folder = mkdtempSync(join(results, 'readme-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const [index, code] of complete.entries()) {
    const file = join(folder, `example-${index}.ts`)
    writeFileSync(file, code)
    await import(file)
  }
})

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')

test('the code of the README is the code that compiles here', () => {
  const [, code] = /```tsx\n([\s\S]*?)```/.exec(read('../../../README.md')) ?? []
  expect(code).toBe(read('readme/example.tsx'))
})

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const dist = new URL('../dist/', import.meta.url)
const files = readdirSync(dist).filter((name) => name.endsWith('.mjs'))

test('what was built finds everything that it loads, at once or later', () => {
  const missing = files.flatMap((file) =>
    [...readFileSync(new URL(file, dist), 'utf8').matchAll(/(?:from |import\()"(\.[^"]+)"/g)]
      .map(([, path = '']) => path)
      .filter((path) => !existsSync(new URL(path, dist)))
      .map((path) => `${file}: ${path}`),
  )
  expect(files.length).toBeGreaterThan(20)
  expect(missing).toEqual([])
})

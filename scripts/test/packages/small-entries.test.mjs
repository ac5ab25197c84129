import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { root } from '../../lib/paths.mjs'

const dist = join(root, 'packages/machine/dist')

// A server or a page may import one of these without `createAuth`.
test.each([
  ['server', ['cookie'], 25_000],
  ['browser', ['js-cookie'], 25_000],
  ['identity-pool', [], 25_000],
  // With the checks, the phone numbers and the phrases, which it shares with the forms.
  ['validators', [], 28_000],
])(
  'the entry %s loads little code, and only the packages that it needs',
  (entry, packages, limit) => {
    const files = new Set([join(dist, `${entry}.mjs`)])
    const imported = new Set()
    let length = 0
    for (const file of files) {
      const source = readFileSync(file, 'utf8')
      length += source.length
      for (const { fileName } of ts.preProcessFile(source).importedFiles) {
        if (source.includes(`import("${fileName}")`)) continue
        if (fileName.startsWith('.')) files.add(join(dirname(file), fileName))
        else imported.add(fileName)
      }
    }
    expect([...imported]).toEqual(packages)
    expect(length).toBeLessThan(limit)
  },
)

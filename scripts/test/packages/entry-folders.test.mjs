import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { addEntryFolders, removeEntryFolders } from '../../pack/entry-folders.mjs'

const target = (name) => ({ types: `./dist/${name}.d.mts`, default: `./dist/${name}.mjs` })
const manifest = {
  exports: {
    '.': target('index'),
    './forms': target('forms'),
    './words/de': target('words/de'),
    './package.json': './package.json',
  },
}

test('each entry has a folder while it is packed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'authchart-entries-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const files = addEntryFolders(folder, manifest)
  expect(files).toEqual(['forms/package.json', 'words/de/package.json'])
  expect(JSON.parse(readFileSync(join(folder, 'words/de/package.json'), 'utf8'))).toEqual({
    type: 'module',
    main: '../../dist/words/de.mjs',
    types: '../../dist/words/de.d.mts',
  })
  removeEntryFolders(folder, manifest)
  expect(readdirSync(folder)).toEqual([])
})

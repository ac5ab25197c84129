import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { addEntryFolders, entryFiles, removeEntryFolders } from '../../pack/entry-folders.mjs'

const target = (name) => ({ types: `./dist/${name}.d.mts`, default: `./dist/${name}.mjs` })
const manifest = {
  exports: {
    '.': target('index'),
    './forms': target('forms'),
    './words/de': target('words/de'),
    './package.json': './package.json',
  },
}

function emptyFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'authchart-entries-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return folder
}

const read = (...path) => JSON.parse(readFileSync(join(...path), 'utf8'))

test('each entry has a folder while it is packed', () => {
  const folder = emptyFolder()
  addEntryFolders(folder, manifest)
  expect(entryFiles(manifest)).toEqual(['forms/package.json', 'words/de/package.json'])
  expect(read(folder, 'words/de/package.json')).toEqual({
    type: 'module',
    main: '../../dist/words/de.mjs',
    types: '../../dist/words/de.d.mts',
  })
  removeEntryFolders(folder, manifest)
  expect(readdirSync(folder)).toEqual([])
})

test('a source folder with the name of an entry is neither used nor removed', () => {
  const folder = emptyFolder()
  mkdirSync(join(folder, 'test'))
  writeFileSync(join(folder, 'test/a.test.ts'), '')
  const own = { exports: { './forms': target('forms'), './test': target('test') } }
  expect(() => addEntryFolders(folder, own)).toThrow(/entry \.\/test .*other content: a\.test\.ts/)
  expect(readdirSync(folder)).toEqual(['test'])
  removeEntryFolders(folder, own)
  expect(readdirSync(join(folder, 'test'))).toEqual(['a.test.ts'])
})

test('what lies beside the folder of an entry stays', () => {
  const folder = emptyFolder()
  mkdirSync(join(folder, 'src'))
  writeFileSync(join(folder, 'src/index.ts'), '')
  const own = { exports: { './src/x': target('x') } }
  addEntryFolders(folder, own)
  expect(read(folder, 'src/x/package.json').main).toBe('../../dist/x.mjs')
  removeEntryFolders(folder, own)
  expect(readdirSync(join(folder, 'src'))).toEqual(['index.ts'])
})

test('the manifest of another package is neither replaced nor removed', () => {
  const folder = emptyFolder()
  mkdirSync(join(folder, 'forms'))
  writeFileSync(join(folder, 'forms/package.json'), '{"name":"other"}')
  expect(() => addEntryFolders(folder, manifest)).toThrow('other content: package.json')
  removeEntryFolders(folder, manifest)
  expect(read(folder, 'forms/package.json')).toEqual({ name: 'other' })
})

test('the folders that a pack left are replaced', () => {
  const folder = emptyFolder()
  const own = { exports: { './words': target('old'), './words/de': target('old/de') } }
  addEntryFolders(folder, own)
  const next = { exports: { './words': target('words'), './words/de': target('words/de') } }
  addEntryFolders(folder, next)
  expect(read(folder, 'words/package.json').main).toBe('../dist/words.mjs')
  expect(read(folder, 'words/de/package.json').main).toBe('../../dist/words/de.mjs')
  removeEntryFolders(folder, next)
  expect(readdirSync(folder)).toEqual([])
})

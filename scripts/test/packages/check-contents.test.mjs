import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { checkContents } from '../../lib/check-packages/check-contents.mjs'

const manifest = {
  name: '@authchart/machine',
  description: 'a',
  keywords: ['a'],
  license: 'Apache-2.0',
  homepage: 'https://a.example',
  repository: { directory: 'packages/machine' },
  bugs: 'https://a.example',
  engines: { node: '>=20' },
  publishConfig: { access: 'public', provenance: true },
  exports: { '.': { types: './dist/a.d.mts', default: './dist/a.mjs' } },
}
const map = { sources: ['../src/a.ts'], sourcesContent: ['a'] }
const whole = {
  'README.md': 'a',
  LICENSE: 'a',
  NOTICE: 'a',
  'dist/a.d.mts': 'export {}\n',
  'dist/a.mjs': 'export {}\n//# sourceMappingURL=a.mjs.map',
  'dist/a.mjs.map': JSON.stringify(map),
  'package.json': JSON.stringify(manifest),
}

/** @param {Record<string, string | undefined>} changes files, by path */
function problemsOf(changes) {
  const folder = mkdtempSync(join(tmpdir(), 'authchart-contents-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const [path, text] of Object.entries({ ...whole, ...changes })) {
    if (text === undefined) continue
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return checkContents([{ name: 'a', folder }])
}

const withManifest = (changes) => ({ 'package.json': JSON.stringify({ ...manifest, ...changes }) })
const withEntry = { './words/a': { types: './dist/a.d.mts', default: './dist/a.mjs' } }
const entryFolder = (main) => ({ 'words/a/package.json': JSON.stringify({ main }) })
const bundling = JSON.stringify({ ...map, sources: ['../../../node_modules/@scope/b/c.js'] })

test('a whole package has no problem', () => {
  expect(problemsOf({})).toEqual([])
})

test.each([
  ['no "bugs"', withManifest({ bugs: undefined })],
  ['no LICENSE', { LICENSE: undefined }],
  ['no public access with provenance', withManifest({ publishConfig: { access: 'public' } })],
  ['no folder of the repository', withManifest({ repository: { url: 'https://a.example' } })],
  ['names ./dist/b.mjs, which is not packed', withManifest({ main: './dist/b.mjs' })],
  ['has no folder for ./words/a', withManifest({ exports: withEntry })],
  [
    'has no folder for ./words/a',
    { ...withManifest({ exports: withEntry }), ...entryFolder('../dist/a.mjs') },
  ],
  ['dist/a.mjs names a.mjs.map, which is not packed', { 'dist/a.mjs.map': undefined }],
  ['dist/a.mjs does not name its map', { 'dist/a.mjs': 'export {}\n' }],
  [
    'dist/a.mjs.map names sources that it does not have',
    { 'dist/a.mjs.map': JSON.stringify({ sources: ['../src/a.ts'] }) },
  ],
  ['bundles @scope/b without its licence', { 'dist/a.mjs.map': bundling }],
])('%s', (problem, changes) => {
  expect(problemsOf(changes)).toEqual([`a: ${problem}`])
})

test('an entry with its folder is found', () => {
  const changes = { ...withManifest({ exports: withEntry }), ...entryFolder('../../dist/a.mjs') }
  expect(problemsOf(changes)).toEqual([])
})

test('a licence that is passed on is found', () => {
  const notices = 'This package contains code of these packages:\n\n@scope/b 1.0.0 (MIT)\n'
  expect(problemsOf({ 'dist/a.mjs.map': bundling, 'THIRD-PARTY-NOTICES.txt': notices })).toEqual([])
})

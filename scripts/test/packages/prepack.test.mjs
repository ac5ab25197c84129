import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { root } from '../../lib/paths.mjs'

const target = (name) => ({
  'authchart-source': `./src/${name}.ts`,
  types: `./dist/${name}.d.mts`,
  default: `./dist/${name}.mjs`,
})

function openPackage() {
  const folder = mkdtempSync(join(tmpdir(), 'authchart-prepack-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'package.json')
  const own = { name: 'one', files: ['dist'], exports: { './forms': target('forms') } }
  writeFileSync(file, JSON.stringify(own))
  mkdirSync(join(folder, 'dist'))
  return {
    folder,
    read: () => JSON.parse(readFileSync(file, 'utf8')),
    write: (manifest) => writeFileSync(file, JSON.stringify(manifest)),
    run: (name) =>
      execFileSync(process.execPath, [join(root, 'scripts/pack', name)], { cwd: folder }),
  }
}

test('a pack that stopped can be run again', () => {
  const { folder, read, run } = openPackage()
  const before = read()
  run('prepack.mjs')
  expect(read().files).toEqual(['dist', 'forms/package.json'])
  run('prepack.mjs')
  expect(read().files).toEqual(['dist', 'forms/package.json'])
  run('postpack.mjs')
  expect(read()).toEqual(before)
  expect(readdirSync(folder).sort()).toEqual(['dist', 'package.json'])
})

test('a manifest that was changed after a pack stopped stays as it is', () => {
  const { read, write, run } = openPackage()
  const changed = { ...read(), name: 'other' }
  run('prepack.mjs')
  write(changed)
  run('prepack.mjs')
  run('postpack.mjs')
  expect(read()).toEqual(changed)
})

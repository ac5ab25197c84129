import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

const tsc = 'node_modules/@typescript/native/bin/tsc'
const { status, stdout } = spawnSync(process.execPath, [tsc], { encoding: 'utf8' })
assert.equal(status, 0, stdout)
const declarations = readFileSync('out/auth.d.ts', 'utf8')
assert.doesNotMatch(declarations, /xstate|\bany\b/)

const dist = 'node_modules/@authchart/machine/dist'
const reached = new Set(['./index.mjs'])
for (const name of reached) {
  const text = readFileSync(`${dist}/${name.replace(/\.mjs$/, '.d.mts')}`, 'utf8')
  for (const [, from] of text.matchAll(/(?:from|import)\s*\(?["']([^"']+)["']/g)) {
    assert.notEqual(from, 'xstate', `${name}: the types of "." mention XState`)
    // Examples in comments import other files.
    if (/^\.\/.*\.mjs$/.test(from)) reached.add(from)
  }
}
assert.ok(reached.size > 2)

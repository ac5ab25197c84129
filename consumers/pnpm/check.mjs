import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

const tsc = 'node_modules/typescript/bin/tsc'
const { status, stdout } = spawnSync(process.execPath, [tsc], { encoding: 'utf8' })
assert.equal(status, 0, stdout)
const declarations = readFileSync('out/auth.d.ts', 'utf8')
assert.doesNotMatch(declarations, /xstate|\bany\b/)

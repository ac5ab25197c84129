/** With Parcel's defaults: it does not read `exports` then. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'

const { status, stdout, stderr } = spawnSync(
  process.execPath,
  ['node_modules/parcel/lib/bin.js', 'build', 'index.html', '--no-cache'],
  { encoding: 'utf8' },
)
assert.equal(status, 0, `${stdout}${stderr}`)
assert.doesNotMatch(`${stdout}${stderr}`, /source ?map|could not|warning/i)
assert.ok(readdirSync('dist').some((name) => name.endsWith('.js')))

import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import ts from 'typescript'
import { compileScript, parse, registerTS } from 'vue/compiler-sfc'

registerTS(() => ts)
const props = {}
for (const name of readdirSync('src')) {
  const filename = resolve('src', name)
  const { descriptor, errors } = parse(readFileSync(filename, 'utf8'), { filename })
  assert.deepEqual(errors, [])
  const { content } = compileScript(descriptor, { id: name })
  props[name] = [...content.matchAll(/^ {4}(\w+): \{/gm)].map(([, prop]) => prop)
}
for (const prop of ['route', 'user', 'isPending', 'failure', 'username', 'submit', 'goSignUp']) {
  assert.ok(props['sign-in.vue'].includes(prop), `${prop} is among ${props['sign-in.vue']}`)
}
assert.ok(props['setup-totp.vue'].includes('setupKey'), String(props['setup-totp.vue']))

const tsc = 'node_modules/vue-tsc/bin/vue-tsc.js'
const { status, stdout } = spawnSync(process.execPath, [tsc], { encoding: 'utf8' })
assert.equal(status, 0, stdout)

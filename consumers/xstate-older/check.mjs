import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { createAuth } from '@authchart/machine'
import { actorOf } from '@authchart/machine/xstate'
import { waitFor } from 'xstate'

const copies = readdirSync('node_modules', { recursive: true, encoding: 'utf8' }).filter((path) =>
  /(?:^|node_modules\/)xstate\/package\.json$/.test(path),
)
assert.deepEqual(copies, ['xstate/package.json'])

const auth = createAuth({ config: { userPoolId: 'us-east-1_AbCdEf123', userPoolClientId: 'abc' } })
const snapshot = await waitFor(actorOf(auth), (state) => state.matches('signIn'))
assert.equal(snapshot.context.user, undefined)
auth.stop()

const tsc = 'node_modules/typescript/bin/tsc'
const { status, stdout } = spawnSync(process.execPath, [tsc], { encoding: 'utf8' })
assert.equal(status, 0, stdout)

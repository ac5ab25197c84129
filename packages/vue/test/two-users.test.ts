// @vitest-environment node
import { renderToString } from '@vue/server-renderer'
import { expect, test } from 'vitest'
import { createSSRApp, defineComponent, h } from 'vue'
import { serveTwoUsers } from '../../machine/test/support/busy-server.ts'
import { authPlugin, useAuthMachine } from '../src/index.ts'

const Screen = defineComponent(() => {
  const auth = useAuthMachine()
  return () => {
    const view = auth.value
    return h('p', view.route === 'signedIn' ? `signedIn ${view.user.email}` : view.route)
  }
})

test('two users on one server, a thousand times: never mixed', async () => {
  expect(typeof document).toBe('undefined')
  await serveTwoUsers((auth) => renderToString(createSSRApp(Screen).use(authPlugin, auth)), {
    rounds: 500,
    seed: 4,
  })
}, 180_000)

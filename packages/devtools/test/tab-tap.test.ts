import { expect, test } from 'vitest'
import { knownSecrets } from '../src/trace/known-secrets.ts'
import { redactor } from '../src/trace/redactor.ts'
import { ringBuffer } from '../src/trace/ring-buffer.ts'
import { tapTabs } from '../src/trace/tab-tap.ts'

test('what tabs say to each other: the kind, once, and nothing of other channels', async () => {
  const trace = ringBuffer()
  const { postMessage } = BroadcastChannel.prototype
  const elsewhere = new BroadcastChannel('authchart.client')
  // Not through what is tapped: from another page.
  const say = (message: unknown) => postMessage.call(elsewhere, message)
  const stop = tapTabs({ record: trace.record, redactor: redactor(knownSecrets()) }, 'client')
  const here = new BroadcastChannel('authchart.client')
  const apps = new BroadcastChannel('app')
  here.postMessage({})
  apps.postMessage({ password: 'canary' })
  say({ reason: { code: 'tokenRevoked', message: 'canary' } })
  say({ clockDrift: 5_000 })
  await expect.poll(() => trace.events().length).toBe(3)

  expect(trace.events()).toMatchObject([
    { lane: 'tabs', type: 'tab', direction: 'sent', message: 'changed', code: null },
    { direction: 'received', message: 'ended', code: 'tokenRevoked' },
    { direction: 'received', message: 'clockDrift' },
  ])
  expect(trace.exportJson()).not.toContain('canary')
  stop()
  expect(BroadcastChannel.prototype.postMessage).toBe(postMessage)
  for (const channel of [elsewhere, here, apps]) channel.close()
})

import { expect, test, vi } from 'vitest'
import { knownSecrets } from '../../src/redaction/known-secrets.ts'
import { redactor } from '../../src/redaction/redactor.ts'
import { ringBuffer } from '../../src/trace/ring-buffer.ts'
import { tapTabs } from '../../src/trace/tab-tap.ts'

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

const tools = () => ({ record: ringBuffer().record, redactor: redactor(knownSecrets()) })

test('keeps no process from its end', () => {
  const unref = vi.spyOn(BroadcastChannel.prototype as { unref?: () => void } & object, 'unref')
  tapTabs(tools(), 'client')()
  expect(unref).toHaveBeenCalledOnce()
  unref.mockRestore()
})

test('hears nothing where a frame may open no channel, and is quiet', () => {
  const { prototype } = BroadcastChannel
  const { postMessage } = prototype
  function blocked() {
    throw new DOMException('Not in this frame', 'SecurityError')
  }
  vi.stubGlobal('BroadcastChannel', Object.assign(blocked, { prototype }))
  tapTabs(tools(), 'client')()
  vi.unstubAllGlobals()
  expect(prototype.postMessage).toBe(postMessage)
})

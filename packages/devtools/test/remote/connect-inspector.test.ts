// @vitest-environment happy-dom
import { createAuth } from '@authchart/machine'
import { scriptedCognito, scriptedConfig } from '@authchart/testing'
import { expect, test, vi } from 'vitest'
import { inspectAuth } from '../../src/index.ts'
import { liveSource } from '../../src/panel/index.ts'
import { broadcastChannel } from '../../src/remote/broadcast-channel.ts'
import { connectInspector } from '../../src/remote/connect-inspector.ts'
import { readMessage } from '../../src/remote/read-message.ts'

test('connects again when the user returns to a page that the browser stored', async () => {
  const { fetch } = globalThis
  globalThis.fetch = scriptedCognito().fetch
  const inspector = inspectAuth(createAuth({ config: scriptedConfig }))
  const page = broadcastChannel()
  const heard: unknown[] = []
  page.listen((data) => heard.push(readMessage(data)?.type))
  const count = (type: string) => heard.filter((one) => one === type).length
  const turn = (type: string, persisted: boolean) =>
    dispatchEvent(Object.assign(new Event(type), { persisted }))

  const stop = connectInspector(liveSource(inspector), 'broadcast')
  await vi.waitFor(() => expect(count('hello')).toBe(1))
  turn('pageshow', false)
  turn('pagehide', true)
  await vi.waitFor(() => expect(count('bye')).toBe(1))
  turn('pageshow', true)
  await vi.waitFor(() => expect(count('hello')).toBe(2))
  stop()
  await vi.waitFor(() => expect(count('bye')).toBe(2))
  turn('pageshow', true)
  page.close()
  inspector.stop()
  inspector.auth.stop()
  globalThis.fetch = fetch
})

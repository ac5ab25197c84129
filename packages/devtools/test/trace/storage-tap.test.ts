// @vitest-environment happy-dom
import { createAuth } from '@authchart/machine'
import { scriptedConfig } from '@authchart/testing'
import { expect, test, vi } from 'vitest'
import { inspectAuth } from '../../src/index.ts'
import { knownSecrets } from '../../src/redaction/known-secrets.ts'
import { redactor } from '../../src/redaction/redactor.ts'
import { ringBuffer } from '../../src/trace/ring-buffer.ts'
import { tapStorage } from '../../src/trace/storage-tap.ts'

test('keys and sizes of the session, never a value, and nothing of the app', () => {
  const trace = ringBuffer()
  const { setItem } = Storage.prototype
  const stop = tapStorage({ record: trace.record, redactor: redactor(knownSecrets()) })
  const key = 'CognitoIdentityServiceProvider.client.ada.accessToken'
  localStorage.setItem(key, 'token-canary')
  localStorage.setItem('theme', 'dark')
  sessionStorage.setItem('authchart.client.pending', '{}')
  localStorage.removeItem(key)
  stop()
  localStorage.setItem(key, 'token-canary')

  expect(trace.events()).toMatchObject([
    { lane: 'storage', change: 'set', key, size: 12 },
    { change: 'set', key: 'authchart.client.pending', size: 2 },
    { change: 'removed', key },
  ])
  expect(trace.exportJson()).not.toContain('canary')
  expect(Storage.prototype.setItem).toBe(setItem)
  expect(localStorage.getItem(key)).toBe('token-canary')
})

test('needs no events of the page', () => {
  vi.stubGlobal('addEventListener', undefined)
  vi.stubGlobal('removeEventListener', undefined)
  const trace = ringBuffer()
  const stop = tapStorage({ record: trace.record, redactor: redactor(knownSecrets()) })
  Storage.prototype.setItem.call(localStorage, 'authchart.client.pending', '{}')
  stop()
  vi.unstubAllGlobals()
  expect(trace.events()).toMatchObject([{ change: 'set' }])
})

test('where a page cannot be looked at, nothing stays replaced', () => {
  const { fetch } = globalThis
  const auth = createAuth({ config: scriptedConfig })
  const { getView } = auth
  vi.stubGlobal('Storage', {
    prototype: Object.freeze({ setItem() {}, removeItem() {}, clear() {} }),
  })
  expect(() => inspectAuth(auth)).toThrow(TypeError)
  vi.unstubAllGlobals()
  expect(globalThis.fetch).toBe(fetch)
  expect(auth.getView).toBe(getView)
  auth.stop()
})

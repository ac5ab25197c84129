// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { knownSecrets } from '../src/trace/known-secrets.ts'
import { redactor } from '../src/trace/redactor.ts'
import { ringBuffer } from '../src/trace/ring-buffer.ts'
import { tapStorage } from '../src/trace/storage-tap.ts'

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

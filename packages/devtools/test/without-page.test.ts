import { createAuth, Secret } from '@authchart/machine'
import { actorOf } from '@authchart/machine/xstate'
import { outcomes, person, scriptedCognito, scriptedConfig } from '@authchart/testing'
import { afterEach, expect, test, vi } from 'vitest'
import { inspectAuth } from '../src/index.ts'

/** Where there is no page: on a server, and in React Native. */

const replaced: (() => void)[] = []

afterEach(() => {
  for (const putBack of replaced.splice(0)) putBack()
})

function replace(owner: object, name: string, value: unknown) {
  const before = Object.getOwnPropertyDescriptor(owner, name)
  if (value === undefined) Reflect.deleteProperty(owner, name)
  else Object.defineProperty(owner, name, { value, configurable: true, writable: true })
  replaced.push(() => {
    if (before) Object.defineProperty(owner, name, before)
    else Reflect.deleteProperty(owner, name)
  })
}

const touched = () => [
  globalThis.fetch,
  globalThis.Storage?.prototype.setItem,
  BroadcastChannel.prototype.postMessage,
]

test('auths of a server at the same time leave its fetch as it was, whichever is stopped first', () => {
  const before = globalThis.fetch
  const auths = Array.from({ length: 3 }, () => createAuth({ config: scriptedConfig }))
  for (const auth of auths) inspectAuth(auth)
  expect(globalThis.fetch).not.toBe(before)
  for (const auth of auths) auth.stop()
  expect(globalThis.fetch).toBe(before)
})

async function signedIn(ownFetch: boolean) {
  const cognito = scriptedCognito()
  // A hosted UI needs `URL`, which older React Native lacks.
  const { hostedUi: _, ...config } = { ...scriptedConfig, storage: 'memory' } as const
  if (!ownFetch) replace(globalThis, 'fetch', cognito.fetch)
  const auth = createAuth({ config, ...(ownFetch && { fetch: cognito.fetch }) })
  const before = touched()
  const inspector = inspectAuth(auth, { clientId: scriptedConfig.userPoolClientId })
  await auth.ready()
  cognito.arm(outcomes.find(({ actor, name }) => actor === 'signIn' && name === 'tokens'))
  cognito.release()
  const password = new Secret(person.password)
  actorOf(auth).send({ type: 'signIn.submit', username: person.username, password })
  await vi.waitFor(() => expect(auth.getView().route).toBe('signedIn'))
  return { auth, inspector, before }
}

test('older React Native is inspected: an address cannot be read there, and base64 not be made', async () => {
  class Unfinished {
    get(): never {
      throw new Error('URLSearchParams.get is not implemented')
    }
  }
  replace(globalThis, 'URLSearchParams', Unfinished)
  replace(globalThis, 'location', {})
  replace(AbortSignal, 'any', undefined)
  replace(URL, 'canParse', undefined)
  const { auth, inspector } = await signedIn(false)
  inspector.mount()
  const types = inspector.trace.events().map(({ type }) => type)
  expect(types).toEqual(expect.arrayContaining(['request', 'answer', 'transition']))
  expect(inspector.selfCheck()).toEqual({ ok: true, found: [] })
  replace(globalThis, 'btoa', undefined)
  const word = 'a "b" c&d'
  inspector.redactor.show('show', { word: new Secret(word) })
  for (const text of [`p=${encodeURIComponent(word)}`, JSON.stringify({ word })])
    expect(inspector.redactor.text(text)).toBe('[hidden]')
  auth.stop()
})

test('an address that cannot be read leaves nothing behind', () => {
  const auth = createAuth({ config: scriptedConfig, fetch: scriptedCognito().fetch })
  const before = [...touched(), auth.transport?.fetch]
  const reads = () => {
    throw new Error('No address')
  }
  replace(globalThis, 'location', Object.defineProperty({}, 'search', { get: reads }))
  expect(() => inspectAuth(auth)).toThrow('No address')
  expect([...touched(), auth.transport?.fetch]).toEqual(before)
  auth.stop()
})

test.for([true, false])(
  'a server that stops its auth has nothing left of the inspector (fetch of its own: %s)',
  async (ownFetch) => {
    const { auth, inspector, before } = await signedIn(ownFetch)
    inspector.mount()
    expect(inspector.trace.events().some(({ lane }) => lane === 'cognito')).toBe(true)
    // What the whole process shares is left alone but for the `fetch` that this auth asks by.
    expect(touched().slice(1)).toEqual(before.slice(1))
    expect(globalThis.fetch === before[0]).toBe(ownFetch)
    auth.stop()
    expect(touched()).toEqual(before)
    const { length } = inspector.trace.events()
    const fetch = auth.transport?.fetch ?? globalThis.fetch
    await fetch('https://cognito-idp.us-east-1.amazonaws.com/', {
      method: 'POST',
      headers: { 'x-amz-target': 'AWSCognitoIdentityProviderService.GetUser' },
      body: '{}',
    })
    expect(inspector.trace.events()).toHaveLength(length)
  },
)

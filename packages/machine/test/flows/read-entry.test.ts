import { afterEach, describe, expect, test, vi } from 'vitest'
import { createAuth, readEntry, Secret } from '../../src/index.ts'
import { openDocument } from '../support/browser-document.ts'
import { email, openPage, settled } from '../support/sandbox-auth.ts'

const origin = 'https://app.example.com'
const link = `${origin}/?auth=confirmSignUp&user_name=ada&confirmation_code=123456`

/** The next task: what one task has read is forgotten. */
const nextTask = () => new Promise((resolve) => setTimeout(resolve))

afterEach(nextTask)

describe('in a page', () => {
  test('an entry is read from the address, and removed from it', async () => {
    openDocument(link)
    history.replaceState({ key: 'router' }, '', location.href)
    const entry = readEntry()
    expect(entry).toEqual({
      route: 'confirmSignUp',
      username: 'ada',
      code: expect.any(Secret),
    })
    expect(entry?.route === 'confirmSignUp' && (entry.code as Secret).reveal()).toBe('123456')
    expect(location.href).toBe(`${origin}/`)
    expect(history.length).toBe(1)
    expect(history.state).toEqual({ key: 'router' })
    await nextTask()
    expect(readEntry()).toBeUndefined()
  })

  test.each([
    [
      '?tab=2&auth=signUp&user_name=ada&empty&blank=a%20b+c#part?auth=signIn',
      '?tab=2&empty&blank=a%20b+c#part?auth=signIn',
    ],
    ['?auth=confirmSignUp&user%5Fname=ada&confirmation%5Fcode=123456&tab=2', '?tab=2'],
    ['?auth=signIn', ''],
    ['?auth=signIn#', '#'],
    ['?auth=signIn&other=$&$$', '?other=$&$$'],
    [
      '?auth=resetPassword&confirmation_code=1&user_name=ada&code=ours&state=theirs',
      '?code=ours&state=theirs',
    ],
    // Useless, but a code all the same.
    ['?auth=confirmSignUp&confirmation_code=123456', ''],
  ])('of %s there stays %s', (given, stays) => {
    openDocument(`${origin}/path${given}`)
    readEntry()
    expect(location.href).toBe(`${origin}/path${stays}`)
  })

  test.each([
    '?code=b7e9d6ac-1f7a-4a3c-8f0e-2d1c5b6a7f80&state=xyz',
    '?auth=1&user_name=ada&confirmation_code=123456',
    '?user_name=ada&confirmation_code=123456',
    '?auth=toString&user_name=ada',
    '#auth=signUp&user_name=ada',
    '',
  ])('%s is no entry, and is not touched', (given) => {
    openDocument(`${origin}/${given}`)
    const replace = vi.spyOn(history, 'replaceState')
    expect(readEntry()).toBeUndefined()
    expect(location.href).toBe(`${origin}/${given}`)
    expect(replace).not.toHaveBeenCalled()
  })

  test('the address is cleaned, too, when only its query was given', () => {
    openDocument(link)
    expect(readEntry(location.search)).toMatchObject({ username: 'ada' })
    expect(location.href).toBe(`${origin}/`)
  })

  test('a page whose address cannot be replaced reads it all the same', () => {
    openDocument(link)
    vi.spyOn(history, 'replaceState').mockImplementation(() => {
      throw new DOMException('Too many calls', 'SecurityError')
    })
    expect(readEntry()).toMatchObject({ username: 'ada' })
  })

  test('two reads in one task give the same: strict mode renders twice', () => {
    openDocument(link)
    const entry = readEntry()
    expect(entry).toBeDefined()
    expect(readEntry()).toBe(entry)
    expect(readEntry(`${origin}/?tab=2`)).toBeUndefined()
  })
})

test.each([
  ['user_name=ada%2Btest%40example.com', 'ada+test@example.com'],
  ['user_name=ada+test@example.com', 'ada+test@example.com'],
  ['user_name=+4915112345678', '+4915112345678'],
  ['user_name=%F0%9F%90%B4%20', '🐴 '],
])('%s is the user %s', (parameter, username) => {
  expect(readEntry(`myapp://open?auth=signIn&${parameter}`)).toEqual({ route: 'signIn', username })
})

test('a code needs a user, and an empty one is none', () => {
  expect(readEntry('/?auth=confirmSignUp&confirmation_code=123456')).toBeUndefined()
  expect(readEntry('/?auth=confirmSignUp&user_name=')).toBeUndefined()
  expect(readEntry('/?auth=resetPassword&user_name=ada&confirmation_code=')).toEqual({
    route: 'resetPassword',
    username: 'ada',
    code: undefined,
  })
  expect(readEntry('/?auth=signUp')).toEqual({ route: 'signUp', username: undefined })
})

describe('createAuth({ entry })', () => {
  test('opens the screen of the link', async () => {
    openDocument(link)
    const auth = openPage().load({ entry: readEntry() })
    expect(await settled(auth, 'confirmSignUp')).toMatchObject({ username: 'ada' })
  })

  test('a handle that strict mode discards has no effect, and the other opens the link', async () => {
    openDocument(link)
    vi.stubGlobal('window', globalThis)
    const page = openPage()
    const { config } = page.sandbox
    const create = () => createAuth({ config, entry: readEntry() })
    const [first, second] = [create(), create()]
    expect(second.getView().route).toBe('restoring')
    expect(sessionStorage.length).toBe(0)
    await nextTask()
    second.subscribe(() => undefined)
    const view = await settled(second, 'confirmSignUp')
    expect(view.linkCode?.reveal()).toBe('123456')
    first.stop()
    second.stop()
  })

  test('on a server it is ignored', async () => {
    const page = openPage()
    const server = page.load({ entry: { route: 'confirmSignUp', username: email, code: '123456' } })
    expect(await server.ready()).toEqual({ user: undefined })
    expect(server.getServerView()).toMatchObject({ route: 'signIn', username: '' })
    expect(server.getView().route).toBe('signIn')
    expect(readEntry()).toBeUndefined()
  })

  test('a page hydrates with what the server has rendered, and opens the link then', async () => {
    const page = openPage()
    const initial = await page.load().ready()
    openDocument(link)
    const auth = page.load({ initial, entry: readEntry() })
    expect(auth.getServerView().route).toBe('signIn')
    expect(auth.getServerView()).toMatchObject({ username: '' })
    expect((await settled(auth, 'confirmSignUp')).username).toBe('ada')
    expect(auth.getServerView().route).toBe('signIn')
  })
})

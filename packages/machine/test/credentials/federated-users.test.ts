import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { memoryStorage } from '../../src/adapters/memory/memory-storage.ts'
import { type Auth, type RefreshHandler, toFailure } from '../../src/index.ts'
import type { KeyValueStorage } from '../../src/ports/key-value-storage.ts'
import { fromGoogle, tokenOfGoogle } from '../support/hosted-ui/google-token.ts'
import { issued } from '../support/identity-pool.ts'
import {
  control,
  createUser,
  openPage,
  type Page,
  settled,
  submitSignIn,
} from '../support/sandbox-auth.ts'

const hour = 3_600_000
const config = { authenticationFlowType: 'USER_PASSWORD_AUTH' }
const key = 'aws-amplify-federatedInfo'

let page: Page

beforeEach(() => {
  page = openPage()
})

/** A token as from Facebook: opaque, so it does not show its user. */
const fromFacebook = (token: string, lifeMs = hour) => ({
  token,
  expires_at: page.sandbox.clock.now() + lifeMs,
})

/** Keeps the first request of `operation` back until it is let go. */
function holdBack(operation: string) {
  let letGo: ((instead?: Response) => void) | undefined
  page.between = (name, send) => {
    if (name !== operation || letGo) return send()
    return new Promise((resolve) => {
      letGo = (instead) => resolve(instead ?? send())
    })
  }
  return {
    arrived: () => expect.poll(() => letGo).toBeDefined(),
    letGo: (instead?: Response) => letGo?.(instead),
  }
}

/** A storage that throws for federated sessions while `isFull` is set. */
function pickyStorage() {
  const items = memoryStorage(page.stored)
  const storage = {
    ...items,
    isFull: true,
    setItem(name: string, value: string) {
      if (storage.isFull && name === key) throw new Error('The quota is exceeded')
      return items.setItem(name, value)
    },
  }
  return storage satisfies KeyValueStorage
}

function cancel(auth: Auth) {
  const view = auth.getView()
  if (view.route !== 'signIn') throw new Error(view.route)
  view.cancel()
}

describe('while a token is exchanged at the identity pool', () => {
  test('a user who signs in after it was cancelled gets no credentials of its owner', async () => {
    await createUser(page)
    const auth = page.load({ config })
    await settled(auth, 'signIn')
    const { arrived, letGo } = holdBack('GetId')
    const result = auth.federatedSignIn('google', await fromGoogle(page)).catch(toFailure)
    await arrived()
    cancel(auth)
    expect(await result).toMatchObject({ code: 'aborted' })
    await submitSignIn(auth)
    const view = await settled(auth, 'signedIn')
    const wanted = auth.credentials()
    letGo()
    const { identityId } = await wanted
    expect((await auth.credentials()).identityId).toBe(identityId)
    view.signOut()
    await settled(auth, 'signIn')
    const googles = await auth.federatedSignIn('google', await fromGoogle(page))
    expect(googles.identityId).not.toBe(identityId)
  })

  test('a guest’s credentials are the guest’s', async () => {
    const auth = page.load()
    await settled(auth, 'signIn')
    const guest = await auth.credentials()
    const { arrived, letGo } = holdBack('GetCredentialsForIdentity')
    const result = auth.federatedSignIn('google', await fromGoogle(page)).catch(toFailure)
    await arrived()
    expect(await auth.credentials()).toEqual(guest)
    const type = 'NotAuthorizedException'
    letGo(Response.json({ __type: type, message: 'Invalid login token.' }, { status: 400 }))
    expect(await result).toMatchObject({ code: 'loginRefused' })
    expect(await auth.credentials()).toEqual(guest)
  })

  test('a second token is rejected, and does not get credentials of the first', async () => {
    const auth = page.load()
    await settled(auth, 'signIn')
    const [ada, grace] = [
      await fromGoogle(page, hour, 'ada'),
      await fromGoogle(page, hour, 'grace'),
    ]
    const [first, second] = await Promise.allSettled([
      auth.federatedSignIn('google', ada),
      auth.federatedSignIn('google', grace),
    ])
    expect(first).toMatchObject({ status: 'fulfilled' })
    expect(second).toMatchObject({ status: 'rejected', reason: { name: 'SignedInError' } })
  })

  test('a stop is reported as a stop', async () => {
    const auth = page.load()
    await settled(auth, 'signIn')
    const { arrived } = holdBack('GetId')
    const result = auth.federatedSignIn('google', await fromGoogle(page)).catch(toFailure)
    await arrived()
    auth.stop()
    expect(await result).toMatchObject({ code: 'stopped' })
  })
})

describe('users of opaque tokens', () => {
  test('a tab that has heard nothing gets the credentials of who came after', async () => {
    const first = page.openTab()
    const second = page.openTab()
    await settled(first, 'signIn')
    await settled(second, 'signIn')
    await first.federatedSignIn('facebook', fromFacebook('jane.1'))
    await settled(second, 'signedIn')
    const janes = await second.credentials()
    page.tabs.deafen()
    ;(await settled(first, 'signedIn')).signOut()
    await settled(first, 'signIn')
    const bobs = await first.federatedSignIn('facebook', fromFacebook('bob.1'))
    const { user } = await settled(first, 'signedIn')
    expect(bobs.identityId).not.toBe(janes.identityId)
    page.wake(second)
    await expect.poll(() => second.getView()).toMatchObject({ user: { userId: user.userId } })
    expect((await second.credentials()).identityId).toBe(bobs.identityId)
  })

  test('a handler that returns another user’s token gets no credentials', async () => {
    const facebook: RefreshHandler = async () => fromFacebook('bob.1', 3 * hour)
    const auth = page.load({ refreshHandlers: { facebook } })
    await auth.federatedSignIn('facebook', fromFacebook('jane.1'), { name: 'Jane' })
    const { user } = await settled(auth, 'signedIn')
    await control(page, '/clock', { advanceMs: hour + 1_000 })
    expect(await auth.credentials().catch(toFailure)).toMatchObject({ code: 'identityNotFound' })
    expect((await settled(auth, 'signedIn')).user).toEqual(user)
  })

  test('who could not be stored leaves no credentials to who comes next', async () => {
    const storage = pickyStorage()
    const auth = page.load({ storage })
    await settled(auth, 'signIn')
    const result = auth.federatedSignIn('facebook', fromFacebook('jane.1'))
    expect(await result.catch(toFailure)).toMatchObject({ code: 'storageRefused' })
    await settled(auth, 'signIn')
    storage.isFull = false
    const bobs = await auth.federatedSignIn('facebook', fromFacebook('bob.1'))
    const known = await issued(page, bobs)
    ;(await settled(auth, 'signedIn')).signOut()
    await settled(auth, 'signIn')
    const again = await auth.federatedSignIn('facebook', fromFacebook('bob.1'))
    expect(known).toMatchObject({ isAuthenticated: true, identityId: again.identityId })
  })
})

test('a token is exchanged even if an earlier one of its user was accepted', async () => {
  const storage = pickyStorage()
  const auth = page.load({ storage })
  await settled(auth, 'signIn')
  const result = auth.federatedSignIn('google', await fromGoogle(page))
  expect(await result.catch(toFailure)).toMatchObject({ code: 'storageRefused' })
  await settled(auth, 'signIn')
  storage.isFull = false
  const token = await tokenOfGoogle(page.sandbox.clock.now() - hour)
  const expired = { token, expires_at: page.sandbox.clock.now() + hour }
  await expect(auth.federatedSignIn('google', expired)).rejects.toMatchObject({
    name: 'NotAuthorizedException',
  })
})

test('a session that cannot take the place of the one before is not half stored', async () => {
  await createUser(page)
  const tab = page.openTab({ config })
  await submitSignIn(tab)
  await settled(tab, 'signedIn')
  page.tabs.deafen()
  const adas = [...page.stored]
  page.stored.clear()
  const items = memoryStorage(page.stored)
  const removeItem = (name: string) => {
    if (name.endsWith('LastAuthUser')) throw new Error('A cookie cannot be removed')
    return items.removeItem(name)
  }
  const auth = page.load({ storage: { ...items, removeItem } })
  await settled(auth, 'signIn')
  // Signed in meanwhile, in a tab that this one does not hear.
  for (const [name, value] of adas) page.stored.set(name, value)
  const result = auth.federatedSignIn('google', await fromGoogle(page))
  expect(await result.catch(toFailure)).toMatchObject({ code: 'storageRefused' })
  expect(page.stored.has(key)).toBe(false)
})

test('a handler that counts in seconds is not called again and again', async () => {
  let calls = 0
  const google: RefreshHandler = async () => {
    calls += 1
    const { token, expires_at } = await fromGoogle(page, 3 * hour)
    return { token, expires_at: expires_at / 1000 }
  }
  const auth = page.load({ refreshHandlers: { google } })
  await auth.federatedSignIn('google', await fromGoogle(page))
  await settled(auth, 'signedIn')
  await control(page, '/clock', { advanceMs: hour + 1_000 })
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: Date.now() })
  onTestFinished(() => void vi.useRealTimers())
  page.wake(auth)
  await vi.advanceTimersByTimeAsync(10_000)
  expect(calls).toBe(1)
  await expect(auth.credentials()).rejects.toThrow('expired already')
  expect(auth.getView().route).toBe('signedIn')
})

test('an issuer that is named like a member of every object is an issuer', async () => {
  const logins: unknown[] = []
  const auth = page.load({
    fetch: async (input, init) => {
      const { Logins } = await new Response(init?.body).json()
      logins.push(Logins)
      return page.sandbox.fetch(input instanceof Request ? input : new URL(input), init)
    },
  })
  const { token, expires_at } = await fromGoogle(page)
  await auth.federatedSignIn('constructor', { token, expires_at })
  expect(logins[0]).toEqual({ constructor: token })
})

import type { createSandbox } from '@authchart/sandbox'
import { expect, onTestFinished, test } from 'vitest'
import { webStorage } from '../../src/adapters/browser/index.ts'
import { type Auth, createAuth } from '../../src/index.ts'
import type { KeyValueStorage } from '../../src/ports/key-value-storage.ts'
import { actorOf } from '../../src/xstate.ts'
import { openDocument } from '../support/browser-document.ts'
import { gatherer } from '../support/gatherer.ts'
import {
  callCognito,
  control,
  createUser,
  mustCallCognito,
  openPage,
  type Page,
  settled,
  slowStorage,
  submitSignIn,
} from '../support/sandbox-auth.ts'

type SandboxOptions = Parameters<typeof createSandbox>[0]

/** Where tokens rest, as an app chooses it. */
interface Kind {
  readonly choose: (items: Map<string, string>) => {
    readonly storage?: KeyValueStorage
    readonly config?: object
  }
  readonly pool?: SandboxOptions
}

const cookieStorage = { domain: 'example.com', path: '/', expires: 7, sameSite: 'strict' }

/** Tokens that need several cookies each. */
const large: SandboxOptions = {
  triggers: {
    preTokenGeneration: (event) => {
      event.response.claimsOverrideDetails = {
        claimsToAddOrOverride: { about: 'x'.repeat(6_000) },
      }
    },
  },
}

const kinds: Readonly<Record<string, Kind>> = {
  'local storage': { choose: () => ({}) },
  'session storage': { choose: () => ({ storage: webStorage('sessionStorage') }) },
  cookies: { choose: () => ({ config: { cookieStorage: {} } }) },
  'cookies of a domain': { choose: () => ({ config: { cookieStorage } }) },
  'large tokens in cookies': { choose: () => ({ config: { cookieStorage: {} } }), pool: large },
  'a slow storage': {
    choose: (items) => ({ storage: slowStorage(items, { get: 2, set: 4, remove: 3 }) }),
  },
}

const endings = {
  'signing out': async (_, auth) => (await settled(auth, 'signedIn')).signOut(),
  'signing out everywhere': async (_, auth) => (await settled(auth, 'signedIn')).globalSignOut(),
  'deleting the account': async (_, auth) => (await settled(auth, 'signedIn')).deleteUser(),
  'being signed out elsewhere': async (page, auth) => {
    const { accessToken } = await auth.getSession()
    await mustCallCognito(page, 'GlobalSignOut', { AccessToken: accessToken })
    await auth.getSession({ forceRefresh: true }).catch(() => undefined)
  },
} satisfies Record<string, (page: Page, auth: Auth) => Promise<unknown>>

/** Opens the app with one kind of storage, and remembers every token that Cognito hands out. */
async function openApp({ choose, pool = {} }: Kind) {
  const page = openPage(pool)
  await createUser(page)
  await control(page, '/pool', {
    RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 0 },
  })
  const document = openDocument()
  const tokens = { ids: new Set<string>(), accesses: new Set<string>(), refreshes: [] as string[] }
  const revoked: unknown[] = []

  const fetch: typeof globalThis.fetch = async (input, init) => {
    const response = await page.sandbox.fetch(new URL(String(input)), init)
    const { AuthenticationResult: result } = JSON.parse((await response.clone().text()) || '{}')
    if (result) {
      tokens.ids.add(result.IdToken)
      tokens.accesses.add(result.AccessToken)
      if (result.RefreshToken) tokens.refreshes.push(result.RefreshToken)
    }
    if (new Headers(init?.headers).get('x-amz-target')?.endsWith('.RevokeToken')) {
      revoked.push(JSON.parse(String(init?.body)).Token)
    }
    return response
  }

  const { storage, config } = choose(page.stored)
  const auth = createAuth({
    config: { ...page.sandbox.config, ...config },
    clock: page.sandbox.clock,
    storage,
    fetch,
  })
  onTestFinished(() => auth.stop())

  /** Everything that can be read where it ran, but for what JavaScript hides. */
  function remains(): string {
    const { strings, gather } = gatherer()
    for (const stored of [localStorage, sessionStorage]) {
      for (let index = 0; index < stored.length; index += 1) {
        gather([stored.key(index), stored.getItem(String(stored.key(index)))])
      }
    }
    gather([document.cookieHeader(), page.stored, auth, actorOf(auth).getPersistedSnapshot()])
    gather(auth.getView())
    return [...strings].join('\n')
  }

  return { page, auth, document, tokens, revoked, remains }
}

/** The parts of the tokens that a text contains. The header is one for all, so it counts once. */
function partsIn(
  text: string,
  { ids, accesses, refreshes }: Awaited<ReturnType<typeof openApp>>['tokens'],
) {
  return [...ids, ...accesses, ...refreshes]
    .flatMap((token) => token.match(/.{20,40}/g) ?? [])
    .filter((part) => text.includes(part))
}

for (const [kind, how] of Object.entries(kinds)) {
  test.each(Object.entries(endings))(`${kind}: after %s no token is left`, async (name, end) => {
    const { page, auth, document, tokens, revoked, remains } = await openApp(how)
    await submitSignIn(auth)
    await settled(auth, 'signedIn')
    await auth.getSession({ forceRefresh: true })
    await auth.getSession({ forceRefresh: true })
    expect(tokens.ids.size).toBe(3)
    expect(new Set(tokens.refreshes).size).toBe(3)
    expect(partsIn(remains(), tokens).length).toBeGreaterThan(50)

    await end(page, auth)
    await settled(auth, 'signIn')
    expect(partsIn(remains(), tokens)).toEqual([])
    expect(document.cookieHeader()).toBe('')
    await expect(auth.getSession()).rejects.toMatchObject({ name: 'SignedOutError' })

    if (name === 'signing out') expect(revoked).toEqual([tokens.refreshes.at(-1)])
    for (const RefreshToken of tokens.refreshes) {
      const answer = await callCognito(page, 'GetTokensFromRefreshToken', { RefreshToken })
      expect(answer.status).toBe(400)
    }
    for (const AccessToken of tokens.accesses) {
      expect((await callCognito(page, 'GetUser', { AccessToken })).status).toBe(400)
    }
  })
}

import { parseConfig } from '@authchart/machine/cognito'
import type { Page } from '@playwright/test'
import { expect, test } from 'vitest'
import { impossibleByFactors } from '../../src/drivers/impossible-by-factors.ts'
import { addAuthenticator } from '../../src/drivers/page/authenticator.ts'
import { authBehaviour } from '../../src/model/auth-behaviour.ts'
import { explore } from '../../src/model/explore.ts'
import { withVault } from '../../src/model/with-vault.ts'

const { steps } = explore(withVault(authBehaviour))
const pool = { region: 'us-east-1', userPoolId: 'us-east-1_Walks0001', userPoolClientId: 'walks' }
const passkeys = { factors: ['PASSKEY', 'PASSWORD'], passkeyPrompt: true }

/** The labels of the steps that a configuration makes impossible, by the reason. */
function impossible(config: object): Readonly<Record<string, ReadonlySet<string>>> {
  const found: Record<string, Set<string>> = {}
  for (const step of steps) {
    const why = impossibleByFactors(parseConfig({ ...pool, ...config }), step)
    if (why !== undefined) found[why] = (found[why] ?? new Set()).add(step.event.type)
  }
  return found
}

test('without passkeys in the configuration none is created, deleted or offered', () => {
  expect(impossible({})).toEqual({
    'the app is configured without passkeys': new Set([
      'signedIn.registerPasskey',
      'signedIn.deletePasskey',
    ]),
    'the app is configured to offer no passkey': expect.any(Set),
  })
})

test('where the user name comes alone, the first request has no password', () => {
  expect(impossible({ passwordless: passkeys })).toEqual({
    'no factor has been chosen yet': new Set(['xstate.done.actor.signIn']),
    'a sign-in by the user name alone stores no password for after a confirmation': new Set([
      'xstate.error.actor.signIn',
    ]),
  })
})

test('without the prompt no passkey is offered', () => {
  const found = impossible({ passwordless: { ...passkeys, passkeyPrompt: false } })
  expect(found['the app is configured to offer no passkey']?.size).toBeGreaterThan(0)
  expect(found['the app is configured without passkeys']).toBeUndefined()
})

test.each(['http://127.0.0.1:5173/', 'http://[::1]:5173/'])(
  'no passkey can be of %s',
  async (url) => {
    const page = { url: () => url } as Page
    await expect(addAuthenticator(page, {} as never)).rejects.toThrow(/Open the app at localhost/)
  },
)

test('a browser without CDP has no authenticator', async () => {
  const newCDPSession = () => Promise.reject(new Error('CDP session is only available in Chromium'))
  const page = { url: () => 'http://localhost/', context: () => ({ newCDPSession }) }
  await expect(addAuthenticator(page as never, {} as never)).rejects.toThrow(
    'authenticator: only Chromium has one.',
  )
})

import { expect, test } from 'vitest'
import { Secret } from '../../src/index.ts'
import { type KnownSession, reconcile } from '../../src/session/reconcile.ts'
import { fromStore, type TokenSession } from '../../src/session/token-session.ts'
import { fakeTokens } from '../support/fake-tokens.ts'

const now = 2_000_000
const session = (username: string, generation = 1) =>
  fromStore(new Secret(fakeTokens(username, generation)), 0, now)

const ada = session('ada')
/** The same tokens, read from the store once more. */
const adaAgain = session('ada')
const adaRefreshed = session('ada', 2)
const grace = session('grace')

const nothing: KnownSession = {
  current: undefined,
  lastStored: undefined,
  lastSignedOut: undefined,
  reason: undefined,
}
const signedIn: KnownSession = { ...nothing, current: ada, lastStored: ada }
const signedOut: KnownSession = { ...nothing, lastSignedOut: ada }
/** A write of the refreshed tokens has failed. */
const ahead: KnownSession = { ...nothing, current: adaRefreshed, lastStored: ada }
const reason = { code: 'sessionRevoked', message: 'Refresh Token has been revoked', at: now }
const failure = {
  code: 'sessionRevoked',
  message: 'Refresh Token has been revoked',
  retryable: false,
  cause: undefined,
}

const unchanged = 'unchanged'
const refreshed = (current: TokenSession) => ({
  current,
  event: { type: 'session.refreshed', user: current.user },
})
const found = ({ user }: TokenSession) => ({
  current: undefined,
  event: { type: 'session.found', user },
})
const ended = (failure?: object) => ({
  current: undefined,
  event: { type: 'session.ended', failure },
})

test.each<[string, KnownSession, TokenSession | undefined, unknown]>([
  ['nothing has changed', signedIn, adaAgain, unchanged],
  ['the store still has the tokens from before a write that failed', ahead, adaAgain, unchanged],
  ['the store has taken the write after all', ahead, adaRefreshed, refreshed(adaRefreshed)],
  ['another tab has refreshed', signedIn, adaRefreshed, refreshed(adaRefreshed)],
  [
    'another tab has refreshed after a write that failed',
    ahead,
    session('ada', 3),
    refreshed(session('ada', 3)),
  ],
  [
    'another tab has signed in the same user while no user was signed in',
    signedOut,
    adaRefreshed,
    found(adaRefreshed),
  ],
  ['a store cannot forget the session that ended here', signedOut, adaAgain, unchanged],
  [
    'that session is stored again while another is current',
    { ...signedOut, current: grace, lastStored: grace },
    adaAgain,
    found(ada),
  ],
  ['another tab has signed in another user', signedIn, grace, found(grace)],
  [
    'another tab has signed in another user, for a reason',
    { ...signedIn, reason },
    grace,
    found(grace),
  ],
  ['another tab has signed in, and no user was signed in here', nothing, ada, found(ada)],
  ['another tab has signed out', signedIn, undefined, ended()],
  [
    'another tab has ended the session for a reason',
    { ...signedIn, reason },
    undefined,
    ended(failure),
  ],
  [
    'the reason is 4.999 s old',
    { ...signedIn, reason: { ...reason, at: now - 4_999 } },
    undefined,
    ended(failure),
  ],
  [
    'the reason is 5 s old',
    { ...signedIn, reason: { ...reason, at: now - 5_000 } },
    undefined,
    ended(),
  ],
  [
    'the clock was set back after the reason',
    { ...signedIn, reason: { ...reason, at: now + 1 } },
    undefined,
    ended(),
  ],
  [
    'the reason is not one that ends sessions',
    { ...signedIn, reason: { ...reason, code: 'network' } },
    undefined,
    ended(),
  ],
  ['the store is empty, and no user was signed in', nothing, undefined, ended()],
])('%s', (_, known, stored, expected) => {
  // The time of the next refresh is random.
  const timeless = (key: string, value: unknown) => (key === 'refreshAt' ? undefined : value)
  const comparable = (value: unknown) => JSON.parse(JSON.stringify(value, timeless))
  expect(comparable(reconcile(known, stored, now))).toEqual(comparable(expected))
})

test('the stored session becomes current as it was read', () => {
  expect(reconcile(signedIn, adaRefreshed, now)).toHaveProperty('current', adaRefreshed)
})

/**
 * Faults in the machine's own code, each as one replacement in one file. `find` occurs in it exactly
 * once (a test checks it). `tests` are those that should find the fault: of `packages/machine`, or of
 * the folder `in`.
 *
 * @typedef {import('./mutants.mjs').Mutant & {
 *   readonly tests: readonly string[],
 *   readonly in?: string,
 * }} SourceMutant
 */

const session = 'packages/machine/src/session'
const tokens = 'packages/machine/src/tokens'
const credentials = 'packages/machine/src/credentials'
const cognito = 'packages/machine/src/cognito'

/** @type {readonly SourceMutant[]} */
export const sourceMutants = [
  // The session.
  {
    name: 'a refresh in another tab is taken for the sign-in of another user',
    file: `${session}/reconcile.ts`,
    find: 'if (stored && current && isSameUser(stored, current)) {',
    replace: 'if (stored && current && !isSameUser(stored, current)) {',
    tests: ['test/session/reconcile.test.ts', 'test/session/tabs.test.ts'],
  },
  {
    name: 'a store that cannot delete brings a session back after the sign-out',
    file: `${session}/reconcile.ts`,
    find: "  if (stored && !current && lastSignedOut && isSameToken(stored, lastSignedOut)) return 'unchanged'\n",
    replace: '',
    tests: ['test/storage/stubborn-storage.test.ts', 'test/session/reconcile.test.ts'],
  },
  {
    name: 'a request of a former user gets the tokens of the next one',
    file: `${session}/session-state.ts`,
    find: '    if (generation !== this.generation) throw new SignedOutError(sessionHasEnded)\n',
    replace: '',
    tests: ['test/session/former-user-calls.test.ts', 'test/session/two-users-one-browser.test.ts'],
  },
  {
    name: 'a sign-out deletes the tokens of a user who has signed in in another tab',
    file: `${session}/store-sync.ts`,
    find: '        if (stored && stored.user.userId !== userId) return\n',
    replace: '',
    tests: ['test/session/session-races.test.ts', 'test/session/two-users-one-browser.test.ts'],
  },
  {
    name: 'an empty store is read only once, in the middle of a write of another tab',
    file: `${session}/store-sync.ts`,
    find: 'if (!tokens && this.#state.lastStored) {',
    replace: 'if (!tokens && !this.#state.lastStored) {',
    tests: ['test/session/tabs.test.ts', 'test/session/session-races.test.ts'],
  },
  {
    name: 'tokens that could not be stored are not revoked',
    file: `${session}/store-sync.ts`,
    find: '      } catch (error) {\n        void this.revoke(tokens)\n',
    replace: '      } catch (error) {\n',
    tests: ['test/session/session-ends.test.ts', 'test/session/session-races.test.ts'],
  },
  {
    name: 'the tokens that a sign-in overwrites stay valid at Cognito',
    file: `${session}/store-sync.ts`,
    find: 'if (former && !isSameRefreshToken(former, session)) void this.revoke(former.tokens)',
    replace: '',
    tests: ['test/session/session-ends.test.ts', 'test/session/two-users-one-browser.test.ts'],
  },
  {
    name: 'a tab that waited for the lock refreshes once more',
    file: `${session}/refresher.ts`,
    find: 'if (latest !== before && !isForced && now < latest.dueAt) return latest',
    replace: 'if (latest === before && !isForced && now < latest.dueAt) return latest',
    tests: ['test/session/tabs.test.ts'],
  },
  {
    name: 'the lock is not taken from a tab that hangs',
    file: `${session}/refresh-lock.ts`,
    find: "if (stopped.aborted || Object(error).name !== 'TimeoutError') throw error",
    replace: 'throw error',
    tests: ['test/session/tab-ports.test.ts', 'test/session/tabs.test.ts'],
  },
  {
    name: 'stored tokens are read without the drift of the clock',
    file: `${session}/token-session.ts`,
    find: 'const expiresAt = isCognito ? expiry + clockDrift : expiry',
    replace: 'const expiresAt = expiry',
    tests: ['test/session/wrong-clock.test.ts'],
  },
  {
    name: 'the access token may be of another user than the ID token',
    file: `${tokens}/token-claims.ts`,
    find: "  require(access.sub === id.sub, 'access', 'sub')\n",
    replace: '',
    tests: ['test/tokens/token-set.test.ts'],
  },
  {
    name: 'a user gets the AWS credentials of the user before',
    file: `${credentials}/credentials-keeper.ts`,
    find: 'const cached = this.#cached?.userId === login?.userId ? this.#cached : undefined',
    replace: 'const cached = this.#cached',
    tests: [
      'test/credentials/credentials.test.ts',
      'test/credentials/credentials-troubles.test.ts',
    ],
  },
  // Cognito.
  {
    name: 'the access token is written before the refresh token',
    file: `${cognito}/stores/save-tokens.ts`,
    find: "  if (refreshToken) await put(keyOf(username, 'refreshToken'), refreshToken)\n  else await",
    replace:
      "  await put(keyOf(username, 'accessToken'), accessToken)\n  if (refreshToken) await put(keyOf(username, 'refreshToken'), refreshToken)\n  else await",
    tests: ['test/tokens/token-store.test.ts'],
  },
  {
    name: 'the former user of the storage is not removed',
    file: `${cognito}/stores/save-tokens.ts`,
    find: 'if (previous && previous !== username) await forget(previous)',
    replace: '',
    tests: ['test/tokens/token-store.test.ts', 'test/session/two-users-one-browser.test.ts'],
  },
  {
    name: 'an aborted save overwrites what another tab has stored meanwhile',
    file: `${cognito}/stores/write-journal.ts`,
    find: '        if ((await storage.getItem(key)) !== value) continue\n',
    replace: '',
    tests: ['test/tokens/token-store.test.ts', 'test/session/session-races.test.ts'],
  },
  {
    name: 'the drift of the clock is used for other tokens',
    file: `${cognito}/stores/with-clock-drift.ts`,
    find: 'if (mark !== markOf(tokens) || ',
    replace: 'if (',
    tests: ['test/session/wrong-clock.test.ts'],
  },
  {
    name: 'lists of a challenge are dropped when they arrive as lists',
    file: `${cognito}/responses/auth-response.ts`,
    find: 'Array.isArray(entry) ? JSON.stringify(entry) : entry',
    replace: 'entry',
    tests: [
      'test/flows/mfa.test.ts',
      'test/flows/challenge-loop.test.ts',
      'test/cognito/transport.test.ts',
    ],
  },
  {
    name: 'a device that Cognito has forgotten is named at each sign-in',
    file: `${cognito}/devices/known-device.ts`,
    find: 'if (isNamed) await devices.clear(username)',
    replace: '',
    tests: ['test/flows/devices.test.ts'],
  },
  {
    name: 'the answer of a redirect can be used twice',
    file: `${cognito}/hosted-ui/redirect-store.ts`,
    find: 'await write(redirects.filter((redirect) => redirect.state !== state))',
    replace: 'await write(redirects)',
    tests: ['test/hosted-ui/hosted-ui.test.ts', 'test/hosted-ui/hosted-ui-attacks.test.ts'],
  },
  {
    name: '`Retry-After` in seconds is read as ms',
    file: `${cognito}/client.ts`,
    find: 'Date.now() + seconds * 1000',
    replace: 'Date.now() + seconds',
    tests: ['test/cognito/fetch-options.test.ts'],
  },
]

import { createSandbox } from '@authchart/sandbox'
import { memoryStorage } from '../../packages/machine/src/adapters/memory/memory-storage.ts'
import { memoryVault } from '../../packages/machine/src/adapters/memory/memory-vault.ts'
import { cognitoPorts } from '../../packages/machine/src/cognito/index.ts'
import { type Auth, createAuth } from '../../packages/machine/src/index.ts'
import { openTabs } from '../../packages/machine/test/support/tabs.ts'

declare global {
  /** Calls of `decodeJwt` in the machine: `decodes.mjs` bundles a `decodeJwt` that counts them. */
  var decodes: number
}

const username = 'ada@example.com'
const password = 'Correct-horse-7'
const hourMs = 3_600_000

/** Longer than the lock stays after a refresh (ms), so that the other tab has followed. */
const quietMs = 1_500

const giveUpMs = 20_000

/** How often tokens are decoded in one sign-in by SRP, and in one refresh that two tabs request. */
export async function countDecodes(): Promise<{ signIn: number; refreshTwoTabs: number }> {
  const sandbox = createSandbox()
  const stored = new Map<string, string>()
  const tabs = openTabs()

  async function call(operation: string, body: object) {
    const response = await sandbox.fetch(sandbox.config.endpoint, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`,
        authorization: 'AWS4-HMAC-SHA256 bench',
      },
      body: JSON.stringify({ UserPoolId: sandbox.config.userPoolId, Username: username, ...body }),
    })
    if (!response.ok) throw new Error(`${operation}: ${await response.text()}`)
  }

  function openTab(): Auth {
    const ports = cognitoPorts({
      config: sandbox.config,
      clock: sandbox.clock,
      storage: memoryStorage(stored),
      fetch: async (input, init) =>
        sandbox.fetch(input instanceof Request ? input : new URL(input), init),
    })
    return createAuth({ ports: { ...ports, ...tabs.open(), vault: memoryVault(sandbox.clock) } })
  }

  await call('AdminCreateUser', {
    MessageAction: 'SUPPRESS',
    UserAttributes: [
      { Name: 'email', Value: username },
      { Name: 'email_verified', Value: 'true' },
    ],
  })
  await call('AdminSetUserPassword', { Password: password, Permanent: true })

  const first = openTab()
  await first.ready()
  globalThis.decodes = 0
  const view = first.getView()
  if (view.route !== 'signIn') throw new Error(`Not signIn but ${view.route}`)
  view.submit({ username, password })
  await routeIs(first, 'signedIn')
  const signIn = globalThis.decodes

  const second = openTab()
  await second.ready()
  await routeIs(second, 'signedIn')
  sandbox.clock.advance(hourMs)
  globalThis.decodes = 0
  const sessions = await Promise.all([first.getSession(), second.getSession()])
  await new Promise((resolve) => setTimeout(resolve, quietMs))
  const refreshTwoTabs = globalThis.decodes
  if (sessions[0]?.accessToken !== sessions[1]?.accessToken) throw new Error('Two refreshes')
  for (const auth of [first, second]) auth.stop()
  return { signIn, refreshTwoTabs }
}

/** Resolves when `auth` shows `route`; rejects after {@link giveUpMs}. */
function routeIs(auth: Auth, route: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(new Error(`Not ${route} but ${auth.getView().route}`))
    const timer = setTimeout(giveUp, giveUpMs)
    const check = () => {
      if (auth.getView().route !== route) return
      clearTimeout(timer)
      resolve()
    }
    auth.subscribe(check)
    check()
  })
}

import { expect, test } from 'vitest'
import { createActor, type PromiseActorLogic, toPromise } from 'xstate'
import { answers, type RequestName } from '../../../testing/src/catalogue/answers.ts'
import { createActors } from '../../src/actors/index.ts'
import { memoryStorage } from '../../src/adapters/memory/memory-storage.ts'
import { memoryVault } from '../../src/adapters/memory/memory-vault.ts'
import type { AuthPorts } from '../../src/index.ts'
import { Secret } from '../../src/index.ts'
import { SessionKeeper } from '../../src/session/session-keeper.ts'

const never = () => new Promise<never>(() => undefined)
const tokens = new Secret({
  // { sub, cognito:username, iat, exp } far in the future, so that nothing is due.
  idToken: `e30.${btoa(JSON.stringify({ sub: 's', 'cognito:username': 's', iat: 1, exp: 9e9 }))}.x`,
  accessToken: 'x',
  refreshToken: 'x',
})

/** A Cognito that never answers, and a storage that forgets as slowly. */
function silentPorts(hasSession: boolean): AuthPorts {
  const silent = new Proxy({}, { get: () => never }) as AuthPorts['userPool']
  const vault = memoryVault(Date)
  vault.put(new Secret('Correct-horse-7'))
  const unused = { providers: [], takeAnswer: () => undefined, open: never, close: never }
  return {
    userPool: silent,
    hostedUi: { ...unused, complete: never, redeemCode: never },
    federation: { refresh: never },
    identityPool: undefined,
    identityStorage: memoryStorage(),
    tokenStore: {
      load: hasSession ? async () => tokens : never,
      save: async () => undefined,
      clear: never,
    },
    screenStore: { read: () => undefined, write: () => undefined, clear: () => undefined },
    vault,
    passkeys: undefined,
    lastSignIn: undefined,
    passkeyNotes: undefined,
    clock: Date,
    channel: { post: () => undefined, listen: () => () => undefined },
    lock: { hold: (work) => work() },
    pageLife: { onWake: () => () => undefined },
  }
}

/** These last as long as their user takes. */
const dialogs: readonly string[] = [
  'redirectToSignIn',
  'redirectToSignOut',
  'createPasskey',
  'getPasskey',
  'autofillPasskey',
]
const names = (Object.keys(answers) as RequestName[]).filter((name) => !dialogs.includes(name))

test.each(names)('%s is given up after the time-out', async (name) => {
  const ports = silentPorts(name !== 'readSession')
  const keeper = new SessionKeeper(ports, 30)
  if (name !== 'readSession') await keeper.load(new AbortController().signal)
  const logic = createActors(ports, keeper, { exchangeProviderToken: never }, 30)(name)
  const answer = new Secret('https://example.com/?code=c&state=s')
  const token = tokens
  const input = { answer, token, challenge: undefined, username: 'ada', password: new Secret('x') }
  const actor = createActor(logic as PromiseActorLogic<unknown, unknown>, { input })
  const ended = toPromise(actor)
  actor.start()
  await expect(ended).rejects.toMatchObject({ name: 'TimeoutError' })
})

// Loaded beforehand: the first load is slower than a request may be.
import '@aws-sdk/client-cognito-identity'
import { identityPool } from '@authchart/machine/identity-pool'
import { createSandbox } from '@authchart/sandbox'
import { afterAll, describe, expect, test } from 'vitest'
import { planWalks } from '../../src/plan/plan-walks.ts'
import { runWalk } from '../../src/run/run-walk.ts'
import { sandboxBehaviour, sandboxDriver } from '../sandbox-driver/sandbox-driver.ts'

const behaviour = sandboxBehaviour()
const sandbox = createSandbox()
const inProcess = sandboxDriver({ fetch: sandbox.fetch, config: sandbox.config, identityPool })
const plan = planWalks({ behaviour, cannotTake: inProcess.cannotTake })

afterAll(() => sandbox.close())

describe('walks in this process', () => {
  test.each(plan.walks.map((walk) => [walk.title, walk] as const))('%s', async (_, walk) => {
    await runWalk(behaviour, walk, await inProcess.open())
  })
})

test('a walk over HTTP', async () => {
  const other = createSandbox()
  const { config, close } = await other.listen()
  const [walk] = plan.walks
  try {
    if (walk)
      await runWalk(behaviour, walk, await sandboxDriver({ fetch, config, identityPool }).open())
  } finally {
    await close()
  }
})

test('every goal that is not walked has its reason', () => {
  const reasons = new Map<string, string[]>()
  for (const { goal, why } of plan.missed) reasons.set(why, [...(reasons.get(why) ?? []), goal])
  const broken = 'an actor that lives on breaks as it likes'
  expect(reasons.get(broken)?.every((goal) => goal.includes('xstate.error.actor'))).toBe(true)
  reasons.delete(broken)
  expect(Object.fromEntries(reasons)).toMatchInlineSnapshot(`
    {
      "a user who has a passkey is offered none": [
        "passkey.answering — passkey.answering xstate.done.actor.respondToChallenge 1 → signedIn.passkeyPrompt.editing",
      ],
      "it lies behind what cannot be taken": [
        "signingOut.ending — go.signedIn → restoring.reading",
        "signingOut.ending — signingOut.ending xstate.done.actor.endSession 2 → restoring.reading",
        "signingOut.ending — signingOut.ending xstate.error.actor.endSession → restoring.reading",
      ],
      "the password that was typed is still there": [
        "signUp.signingIn — signUp.signingIn xstate.done.actor.autoSignIn 1 → signIn.editing",
        "resetPassword.signingIn — resetPassword.signingIn xstate.done.actor.autoSignIn 1 → signIn.editing",
        "signUp.signingIn — signUp.signingIn xstate.done.actor.autoSignIn 1 → restoring.reading",
        "resetPassword.signingIn — resetPassword.signingIn xstate.done.actor.autoSignIn 1 → restoring.reading",
      ],
      "while the storage removes a session, the app does not read it": [
        "signingOut.ending — session.found → signingOut.ending",
        "signingOut.ending — session.ended 1 → signingOut.ending",
        "signingOut.ending — session.ended 2 → signingOut.ending",
      ],
    }
  `)
})

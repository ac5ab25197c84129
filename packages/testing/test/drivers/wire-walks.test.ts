import { identityPool } from '@authchart/machine/identity-pool'
import { describe, expect, test } from 'vitest'
import { wireDriver } from '../../src/drivers/wire/wire-driver.ts'
import { authBehaviour } from '../../src/model/auth-behaviour.ts'
import { withVault } from '../../src/model/with-vault.ts'
import { planWalks } from '../../src/plan/plan-walks.ts'
import { walkOf } from '../../src/plan/replay.ts'
import { runWalk } from '../../src/run/run-walk.ts'

const behaviour = withVault(authBehaviour)
const bySrp = wireDriver({ identityPool })
const byPassword = wireDriver({ flow: 'USER_PASSWORD_AUTH', identityPool })
const { cannotTake = () => undefined } = bySrp
/** Walks mostly wait, so several run at once. */
const atOnce = 6

const plans = {
  outcomes: planWalks({ cover: 'outcomes', behaviour, cannotTake }),
  transitions: planWalks({ cover: 'transitions', behaviour, cannotTake }),
}
const breaks = 'an actor that lives on does not break'

describe.each([
  // All that may go wrong in either request of SRP.
  ['outcomes', bySrp, {}],
  [
    'transitions',
    byPassword,
    {
      'the storage does one thing at a time: external events wait until that is done': 9,
      'a session that is gone takes its refresh with it': 2,
      'the vault answers at once: nothing comes between': 3,
    },
  ],
] as const)('all walks of %s', (cover, { open }, neverHappens) => {
  const { walks, missed } = plans[cover]

  test('are taken over the wire', { timeout: 120_000 }, async () => {
    const left = [...walks]
    const failures: string[] = []
    async function takeSome() {
      for (let walk = left.shift(); walk; walk = left.shift()) {
        const { title } = walk
        await runWalk(behaviour, walk, await open()).catch(({ message }: Error) =>
          failures.push(`${title}: ${message}`),
        )
      }
    }
    await Promise.all(Array.from({ length: atOnce }, takeSome))
    expect(failures).toEqual([])
  })

  test('miss only what cannot happen', () => {
    const counts: Record<string, number> = {}
    for (const { why } of missed) if (why !== breaks) counts[why] = (counts[why] ?? 0) + 1
    expect(counts).toEqual(neverHappens)
  })
})

test('a walk fails if Cognito responds differently from what the chart expects', async () => {
  const rejectedAs = (type: string) => (step: (typeof signsIn.steps)[number]) =>
    step.outcome?.rejection
      ? { ...step, outcome: { ...step.outcome, rejection: { ...step.outcome.rejection, type } } }
      : step
  const signsIn = walkOf(plans.outcomes.model, {
    title: 'signs in',
    start: 'the page is opened',
    steps: ['readSession: nothing', 'signIn.submit', 'signIn: ForbiddenException'],
  })
  const steps = signsIn.steps.map(rejectedAs('LimitExceededException'))
  const walk = runWalk(behaviour, { ...signsIn, steps }, await byPassword.open())
  await expect(walk).rejects.toThrow('Failure limitExceeded instead of forbidden')
})

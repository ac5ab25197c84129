import { describe, expect, test } from 'vitest'
import { walkOf } from '../../src/plan/replay.ts'
import { runWalk } from '../../src/run/run-walk.ts'
import {
  behaviour,
  byPassword,
  bySrp,
  planOverWire,
  testWalksOverWire,
} from '../support/wire-walks.ts'

const plan = planOverWire('outcomes')

// All that may go wrong in either request of SRP.
describe('all walks of outcomes', () => {
  testWalksOverWire(plan, bySrp, {
    'no user has signed in with a passkey here before': 2,
  })
})

test('a walk fails if Cognito responds differently from what the chart expects', async () => {
  const rejectedAs = (type: string) => (step: (typeof signsIn.steps)[number]) =>
    step.outcome?.rejection
      ? { ...step, outcome: { ...step.outcome, rejection: { ...step.outcome.rejection, type } } }
      : step
  const signsIn = walkOf(plan.model, {
    title: 'signs in',
    start: 'the page is opened',
    steps: ['readSession: nothing', 'signIn.submit', 'signIn: ForbiddenException'],
  })
  const steps = signsIn.steps.map(rejectedAs('LimitExceededException'))
  const walk = runWalk(behaviour, { ...signsIn, steps }, await byPassword.open())
  await expect(walk).rejects.toThrow('Failure limitExceeded instead of forbidden')
})

import { expect } from '@playwright/test'
import { accountSteps, contactSteps } from './account-steps.ts'
import { challengeSteps } from './challenge-steps.ts'
import type { Step } from './step.ts'
import type { Visitor } from './visitor.ts'

export { accountSteps, challengeSteps, contactSteps }
/** Every step before the tokens. */
export const pendingSteps: readonly Step[] = [...challengeSteps, ...accountSteps]
export const allSteps: readonly Step[] = [...pendingSteps, ...contactSteps]

/** Goes to a step, and waits until it is there with its data. */
export async function take(step: Step, visitor: Visitor): Promise<void> {
  await step.reach(visitor)
  await expectStep(step, visitor)
}

export async function expectStep(step: Step, visitor: Visitor): Promise<void> {
  const { app } = visitor
  await app.expectRoute(step.route)
  for (const text of step.shows(visitor)) await expect(app.main).toContainText(text)
}

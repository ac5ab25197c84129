import type { OperationContext } from '../operation.ts'
import type { User } from '../pool/users/user.ts'
import { runTrigger } from './run-trigger.ts'
import type { TriggerSource } from './trigger-events.ts'
import type { TriggerResponse } from './trigger-responses.ts'

/** Runs the pre sign-up trigger for a new user, who has no sub and nothing verified yet. */
export function preSignUp(
  context: OperationContext,
  user: User,
  source: TriggerSource<'preSignUp'>,
): Promise<TriggerResponse<'preSignUp'> | undefined> {
  const userAttributes = Object.fromEntries(
    Object.entries(user.attributes).filter(
      ([name, value]) => name !== 'sub' && !(name.endsWith('_verified') && value === 'false'),
    ),
  )
  return runTrigger(context, 'preSignUp', source, user, { userAttributes })
}

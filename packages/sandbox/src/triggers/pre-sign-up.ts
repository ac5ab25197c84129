import type { OperationContext } from '../operation.ts'
import type { User } from '../pool/users/user.ts'
import { runTrigger } from './run-trigger.ts'
import type { TriggerSource } from './trigger-events.ts'
import type { TriggerAnswer } from './trigger-responses.ts'

/** Asks the pre sign-up trigger about a user who is not one yet: he has no sub, and nothing verified. */
export function preSignUp(
  context: OperationContext,
  user: User,
  source: TriggerSource<'preSignUp'>,
): Promise<TriggerAnswer<'preSignUp'> | undefined> {
  const userAttributes = Object.fromEntries(
    Object.entries(user.attributes).filter(
      ([name, value]) => name !== 'sub' && !(name.endsWith('_verified') && value === 'false'),
    ),
  )
  return runTrigger(context, 'preSignUp', source, user, { userAttributes })
}

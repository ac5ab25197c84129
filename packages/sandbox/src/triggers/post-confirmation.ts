import type { OperationContext } from '../operation.ts'
import type { User } from '../pool/users/user.ts'
import { runTrigger } from './run-trigger.ts'
import { triggerAttributes } from './trigger-attributes.ts'
import type { TriggerSource } from './trigger-events.ts'

/** Runs the post confirmation trigger. Its error is returned, but the user stays confirmed. */
export async function postConfirmation(
  context: OperationContext,
  user: User,
  source: TriggerSource<'postConfirmation'>,
): Promise<void> {
  await runTrigger(context, 'postConfirmation', source, user, {
    userAttributes: triggerAttributes(user),
  })
}

import { CognitoError, userNotFound } from '../../errors.ts'
import type { OperationContext } from '../../operation.ts'
import { runTrigger } from '../../triggers/run-trigger.ts'
import type { TriggerSource } from '../../triggers/trigger-events.ts'
import { setPassword } from '../credentials/passwords.ts'
import { sendInvitation } from '../messages/invitation.ts'
import { claimAlias } from './aliases.ts'
import { createUser } from './create-user.ts'
import type { User } from './user.ts'

/**
 * Requests a user who is not in the pool from the user migration trigger. Undefined without such a
 * trigger, or if it does not know the user and the pool hides that.
 */
export async function migrateUser(
  context: OperationContext,
  name: string,
  source: TriggerSource<'userMigration'>,
  password?: string,
): Promise<User | undefined> {
  const { state } = context
  const caller = { username: name }
  const request = password === undefined ? {} : { password }
  const response = await runTrigger(context, 'userMigration', source, caller, request)
  if (!response) return undefined
  if (!response.userAttributes) return unknownUser(context)
  const { username = name, ...attributes } = response.userAttributes
  const status = password === undefined ? 'RESET_REQUIRED' : response.finalUserStatus
  const user = add(context, () => {
    const created = createUser(context, username, attributes, status ?? 'CONFIRMED')
    for (const contact of ['email', 'phone_number'] as const) {
      if (attributes[`${contact}_verified`] !== 'true') continue
      claimAlias(state, created, contact, { force: response.forceAliasCreation ?? false })
    }
    return created
  })
  if (user && password !== undefined) {
    setPassword(context, user, password)
    if (response.messageAction !== 'SUPPRESS') {
      await sendInvitation(context, user, password, response.desiredDeliveryMediums)
    }
  }
  return user
}

/** A user who cannot be created does not exist: the operations declare no other error. */
function add(context: OperationContext, create: () => User): User | undefined {
  try {
    const user = create()
    context.state.users.set(user.sub, user)
    return user
  } catch (error) {
    if (error instanceof CognitoError) return unknownUser(context)
    throw error
  }
}

function unknownUser({ state }: OperationContext): undefined {
  if (state.options.PreventUserExistenceErrors === 'ENABLED') return undefined
  throw userNotFound(`Exception migrating user in app client ${state.clientId}`)
}

import type { OperationContext } from '../../operation.ts'
import type { User } from '../users/user.ts'
import { sendMessage } from './send-message.ts'

const withoutPassword = 'Your username is {username}'

type Medium = 'EMAIL' | 'SMS'

/**
 * Sends the username, and the temporary password if there is one, by each requested medium for which the user
 * has an address; by default by SMS.
 */
export async function sendInvitation(
  context: OperationContext,
  user: User,
  temporaryPassword: string | undefined,
  desired: readonly Medium[] | undefined,
): Promise<void> {
  const { email, phone_number } = user.attributes
  const addresses = { EMAIL: email, SMS: phone_number }
  const fallback: Medium = phone_number === undefined ? 'EMAIL' : 'SMS'
  const shownName = user.username === user.sub ? (email ?? phone_number) : user.username
  for (const medium of desired ?? [fallback]) {
    const to = addresses[medium]
    if (to === undefined) continue
    const code = temporaryPassword ?? ''
    const template = temporaryPassword === undefined ? { text: withoutPassword } : undefined
    await sendMessage(context, user, {
      kind: 'adminCreateUser',
      medium,
      to,
      code,
      shownName,
      template,
    })
  }
}

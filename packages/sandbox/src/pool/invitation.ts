import type { OperationContext } from '../operation.ts'
import { post } from './outbox.ts'
import type { User } from './user.ts'

type Medium = 'EMAIL' | 'SMS'

/** Sends the temporary password by each medium asked for that reaches the user; SMS if none is. */
export const sendInvitation = (
  context: OperationContext,
  user: User,
  temporaryPassword: string,
  desired: readonly Medium[] | undefined,
): void => {
  const { email, phone_number } = user.attributes
  const addresses = { EMAIL: email, SMS: phone_number }
  const fallback: Medium = phone_number === undefined ? 'EMAIL' : 'SMS'
  const shown = user.username === user.sub ? (email ?? phone_number) : user.username
  for (const medium of desired ?? [fallback]) {
    const to = addresses[medium]
    if (to === undefined) continue
    post(context, {
      medium,
      to,
      username: user.username,
      kind: 'adminCreateUser',
      code: temporaryPassword,
      body: `Your username is ${shown} and temporary password is ${temporaryPassword}`,
    })
  }
}

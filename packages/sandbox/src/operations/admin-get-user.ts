import type { Operation } from '../operation.ts'
import { describeMfa } from '../pool/mfa/factors.ts'
import { toAttributeList } from '../pool/users/attributes.ts'
import { describeUser, requestedUser } from '../pool/users/requested-user.ts'

export const adminGetUser: Operation = (context, request) => {
  const user = requestedUser(context, request)
  return {
    ...describeUser(user),
    UserAttributes: toAttributeList(user.attributes),
    ...describeMfa(user),
  }
}

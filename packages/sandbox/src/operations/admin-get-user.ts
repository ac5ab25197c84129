import type { Operation } from '../operation.ts'
import { describeUser, requestedUser } from '../pool/admin-user.ts'
import { toAttributeList } from '../pool/attributes.ts'
import { describeMfa } from '../pool/mfa.ts'

export const adminGetUser: Operation = (context, request) => {
  const user = requestedUser(context, request)
  return {
    ...describeUser(user),
    UserAttributes: toAttributeList(user.attributes),
    ...describeMfa(user),
  }
}

import type { Operation } from '../operation.ts'
import { requestedUser } from '../pool/users/requested-user.ts'
import { describeAuthFactors } from '../sign-in/describe-auth-factors.ts'

export const adminGetUserAuthFactors: Operation = (context, request) =>
  describeAuthFactors(context.state.options, requestedUser(context, request))

import type { OperationContext } from '../operation.ts'
import { missingRequired } from '../pool/users/attributes.ts'
import type { User } from '../pool/users/user.ts'
import { openChallengeSession } from './challenge-sessions.ts'
import type { SignIn } from './sign-in.ts'

/** Requires a new password in place of a temporary one, and the missing attributes. */
export function issueNewPasswordChallenge(context: OperationContext, signIn: SignIn, user: User) {
  const { options } = context.state
  const { sub: _, ...attributes } = user.attributes
  const missing = missingRequired(options, attributes)
  return {
    ChallengeName: 'NEW_PASSWORD_REQUIRED',
    Session: openChallengeSession(context, { challenge: 'NEW_PASSWORD_REQUIRED', signIn }),
    ChallengeParameters: {
      USER_ID_FOR_SRP: user.username,
      requiredAttributes: JSON.stringify(missing.map((name) => `userAttributes.${name}`)),
      // Recordings contain the missing attributes too, with empty values.
      userAttributes: JSON.stringify({
        ...attributes,
        ...Object.fromEntries(missing.map((name) => [name, ''])),
      }),
    },
  }
}

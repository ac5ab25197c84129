import { throwIfAborted } from '../platform/abort.ts'
import type { AuthPorts, CodeDelivery } from '../ports/index.ts'
import type { Requests } from './request.ts'
import { codeSent } from './resend-cooldown.ts'

export function signUpRequests({
  userPool,
  vault,
  clock,
}: AuthPorts): Pick<Requests, 'signUp' | 'confirmSignUp' | 'resendSignUpCode'> {
  /** The session of a sign-up signs in where a code of the same medium would. */
  const canSignInBy = (medium: CodeDelivery['medium'] | undefined) =>
    medium !== undefined && userPool.passwordless?.factors.includes(medium) === true

  return {
    async signUp(input, options) {
      const outcome = await userPool.signUp(input, options)
      throwIfAborted(options.signal)
      const { kind, delivery, session } = outcome
      const signsIn = kind === 'unconfirmed' && session && canSignInBy(delivery?.medium)
      if (input.password && !signsIn) vault.put(input.password)
      return { kind, session: signsIn ? session : undefined, ...codeSent(clock, delivery) }
    },

    confirmSignUp: (input, options) => userPool.confirmSignUp(input, options),

    async resendSignUpCode(input, options) {
      return codeSent(clock, await userPool.resendSignUpCode(input, options))
    },
  }
}

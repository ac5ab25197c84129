import { throwIfAborted } from '../platform/abort.ts'
import type { AuthPorts } from '../ports/index.ts'
import type { Requests } from './request.ts'
import { codeSent } from './resend-cooldown.ts'

export function signUpRequests({
  userPool,
  vault,
  clock,
}: AuthPorts): Pick<Requests, 'signUp' | 'confirmSignUp' | 'resendSignUpCode'> {
  return {
    async signUp(input, options) {
      const outcome = await userPool.signUp(input, options)
      throwIfAborted(options.signal)
      if (input.password) vault.put(input.password)
      return { kind: outcome.kind, ...codeSent(clock, outcome.delivery) }
    },

    confirmSignUp: (input, options) => userPool.confirmSignUp(input, options),

    async resendSignUpCode(input, options) {
      return codeSent(clock, await userPool.resendSignUpCode(input, options))
    },
  }
}

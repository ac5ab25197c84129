import { throwIfAborted } from '../platform/abort.ts'
import type { AuthPorts } from '../ports/index.ts'
import type { SessionKeeper } from '../session/session-keeper.ts'
import type { Requests } from './request.ts'
import { codeSent } from './resend-cooldown.ts'

export function passwordRequests(
  { userPool, vault, clock }: AuthPorts,
  keeper: SessionKeeper,
): Pick<Requests, 'forgotPassword' | 'resetPassword' | 'changePassword'> {
  return {
    async forgotPassword(input, options) {
      return codeSent(clock, await userPool.forgotPassword(input, options))
    },

    async resetPassword(input, options) {
      await userPool.resetPassword(input, options)
      throwIfAborted(options.signal)
      vault.put(input.password)
    },

    changePassword: (input, options) =>
      keeper.withTokens((tokens) => userPool.changePassword(tokens, input, options)),
  }
}

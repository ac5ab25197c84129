import type { AuthPorts } from '../ports/index.ts'
import type { SessionKeeper } from '../session/session-keeper.ts'
import type { Requests } from './request.ts'
import { codeSent, resendAt } from './resend-cooldown.ts'

type AccountRequest =
  | 'associateSoftwareToken'
  | 'verifySoftwareToken'
  | 'confirmDevice'
  | 'rememberDevice'
  | 'forgetDevice'
  | 'updateAttributes'
  | 'deleteAttributes'
  | 'sendAttributeCode'
  | 'verifyAttribute'
  | 'setMfaPreference'
  | 'deleteUser'

/** Requests for the signed-in user; an authenticator app is also set up during a sign-in. */
export function accountRequests(
  { userPool, clock }: AuthPorts,
  keeper: SessionKeeper,
): Pick<Requests, AccountRequest> {
  /** The claims of the ID token have changed. The session reports the new user. */
  function renewClaims(generation: number) {
    void keeper.refresh({ isForced: true, generation }).catch(() => undefined)
  }

  return {
    associateSoftwareToken: ({ challenge }, options) =>
      challenge
        ? userPool.associateSoftwareToken(challenge, options)
        : keeper.withTokens((tokens) => userPool.associateSoftwareToken(tokens, options)),

    verifySoftwareToken: ({ challenge, ...input }, options) =>
      challenge
        ? userPool.verifySoftwareToken(challenge, input, options)
        : keeper.withTokens((tokens) => userPool.verifySoftwareToken(tokens, input, options)),

    confirmDevice: (device, options) =>
      keeper.withTokens((tokens) => userPool.confirmDevice(tokens, device, options)),

    rememberDevice: (input, options) =>
      keeper.withTokens((tokens) => userPool.rememberDevice(tokens, input, options)),

    forgetDevice: (input, options) =>
      keeper.withTokens((tokens) => userPool.forgetDevice(tokens, input, options)),

    updateAttributes: (input, options) =>
      keeper.withTokens(async (tokens) => {
        const { generation } = keeper
        const deliveries = await userPool.updateAttributes(tokens, input, options)
        renewClaims(generation)
        return { deliveries, resendAt: resendAt(clock) }
      }),

    deleteAttributes: (input, options) =>
      keeper.withTokens(async (tokens) => {
        const { generation } = keeper
        await userPool.deleteAttributes(tokens, input, options)
        renewClaims(generation)
      }),

    sendAttributeCode: (input, options) =>
      keeper.withTokens(async (tokens) =>
        codeSent(clock, await userPool.sendAttributeCode(tokens, input, options)),
      ),

    verifyAttribute: (input, options) =>
      keeper.withTokens(async (tokens) => {
        const { generation } = keeper
        await userPool.verifyAttribute(tokens, input, options)
        renewClaims(generation)
        return { attribute: input.attribute }
      }),

    setMfaPreference: (input, options) =>
      keeper.withTokens((tokens) => userPool.setMfaPreference(tokens, input, options)),

    deleteUser: (_, options) => keeper.withTokens((tokens) => userPool.deleteUser(tokens, options)),
  }
}

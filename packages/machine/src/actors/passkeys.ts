import { PasskeyError } from '../errors/passkey-error.ts'
import type { AuthPorts, Passkeys } from '../ports/index.ts'
import type { SessionKeeper } from '../session/session-keeper.ts'
import type { Requests } from './request.ts'

type PasskeyRequest =
  | 'getPasskey'
  | 'startPasskeyRegistration'
  | 'createPasskey'
  | 'completePasskeyRegistration'
  | 'deletePasskey'

/** The passkeys of the signed-in user, and the dialogs of the browser. */
export function passkeyRequests(
  { userPool, passkeys }: AuthPorts,
  keeper: SessionKeeper,
): Pick<Requests, PasskeyRequest> {
  return {
    getPasskey: async ({ request }, options) => ({
      credential: await requirePasskeys(passkeys).get(request, options),
    }),

    startPasskeyRegistration: (_, options) =>
      keeper.withTokens((tokens) => userPool.startPasskeyRegistration(tokens, options)),

    createPasskey: async ({ request }, options) => ({
      credential: await requirePasskeys(passkeys).create(request, options),
    }),

    completePasskeyRegistration: (input, options) =>
      keeper.withTokens((tokens) => userPool.completePasskeyRegistration(tokens, input, options)),

    deletePasskey: (input, options) =>
      keeper.withTokens((tokens) => userPool.deletePasskey(tokens, input, options)),
  }
}

/** @throws PasskeyError */
function requirePasskeys(passkeys: Passkeys | undefined): Passkeys {
  if (passkeys) return passkeys
  throw new PasskeyError('PasskeyUnsupportedError', 'There is no browser that has passkeys')
}

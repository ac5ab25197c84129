import { toFailure } from '../../errors/failure.ts'
import { PasskeyError } from '../../errors/passkey-error.ts'
import type { AccountCalls, TokenSet } from '../../ports/index.ts'
import type { Secret } from '../../secret.ts'
import { readPages } from '../transport/read-pages.ts'
import type { CognitoCalls } from './cognito-calls.ts'

/** As many as a user can have. */
const passkeysPerPage = 20

export type PasskeyCalls = Pick<
  AccountCalls,
  | 'getFactors'
  | 'listPasskeys'
  | 'startPasskeyRegistration'
  | 'completePasskeyRegistration'
  | 'deletePasskey'
>

/** The requests of a signed-in user about passkeys. */
export function passkeyCalls({ request }: CognitoCalls): PasskeyCalls {
  const grant = (tokens: Secret<TokenSet>) => ({ AccessToken: tokens.reveal().accessToken })

  return {
    getFactors: (tokens, options) => request('GetUserAuthFactors', grant(tokens), options),

    listPasskeys: (tokens, options) =>
      readPages(
        (NextToken) =>
          request(
            'ListWebAuthnCredentials',
            { ...grant(tokens), MaxResults: passkeysPerPage, NextToken },
            options,
          ),
        options.signal,
      ),

    startPasskeyRegistration: (tokens, options) =>
      request('StartWebAuthnRegistration', grant(tokens), options).catch(throwLimit),

    completePasskeyRegistration: (tokens, { credential }, options) =>
      request(
        'CompleteWebAuthnRegistration',
        { ...grant(tokens), Credential: JSON.parse(credential.reveal()) },
        options,
      ).catch(throwLimit),

    async deletePasskey(tokens, { id: CredentialId }, options) {
      try {
        await request('DeleteWebAuthnCredential', { ...grant(tokens), CredentialId }, options)
      } catch (error) {
        // Deleted before, e.g. by a request whose response was lost.
        if (Object(error).name !== 'ResourceNotFoundException') throw error
      }
    },
  }
}

/** Cognito has no exception of its own for it. Too many requests have another one. */
function throwLimit(cause: unknown): never {
  const { code, message } = toFailure(cause)
  if (code !== 'limitExceeded') throw cause
  throw new PasskeyError('PasskeyLimitError', message, { cause })
}

import { resourceNotFound } from '../../errors.ts'
import { pageOf } from '../../input/paging.ts'
import type { OperationContext } from '../../operation.ts'
import type { User } from '../users/user.ts'
import type { Passkey } from './passkey.ts'

/** At most so many in a response of ListWebAuthnCredentials. */
export const passkeyPage = 20

/** The passkey in the shape of WebAuthnCredentialDescription; the date in epoch s. */
function describePasskey(passkey: Passkey) {
  return {
    CredentialId: passkey.id,
    FriendlyCredentialName: passkey.friendlyName,
    RelyingPartyId: passkey.relyingPartyId,
    ...(passkey.attachment && { AuthenticatorAttachment: passkey.attachment }),
    AuthenticatorTransports: passkey.transports,
    CreatedAt: passkey.createdAt / 1000,
  }
}

export function listOfPasskeys(
  { passkeys }: User,
  limit: number | undefined,
  token: string | undefined,
) {
  const { page, next } = pageOf(passkeys, { limit: limit || passkeyPage, token })
  return {
    Credentials: page.map(describePasskey),
    ...(next !== undefined && { NextToken: next }),
  }
}

export function deletePasskey({ now }: OperationContext, user: User, id: string): void {
  const others = user.passkeys.filter((passkey) => passkey.id !== id)
  if (others.length === user.passkeys.length) {
    throw resourceNotFound('The passkey does not exist.')
  }
  user.passkeys = others
  user.modifiedAt = now
}

import { timingSafeEqual } from 'node:crypto'
import { invalidParameter, notAuthorized, wrongCredentials } from '../errors.ts'
import type { OperationContext } from '../operation.ts'
import { admit, srpIdentity } from '../pool/passwords.ts'
import { type PendingPasswordVerifier, takeSession } from '../pool/sessions.ts'
import { signIn } from '../pool/tokens.ts'
import type { User } from '../pool/user.ts'
import { findUser } from '../pool/users.ts'
import { claimSignature, serverSigningKey } from '../srp/server.ts'
import { formatTimestamp, parseTimestamp } from '../srp/timestamp.ts'
import { type Challenge, requireResponse } from './challenge.ts'

interface Claim {
  readonly secretBlock: string
  readonly signature: string
  /** Epoch ms. */
  readonly timestamp: number
}

const tolerance = 15 * 60_000

export const passwordVerifier: Challenge = (context, responses) => {
  const { state } = context
  const username = requireResponse(responses, 'USERNAME')
  const claim: Claim = {
    secretBlock: requireResponse(responses, 'PASSWORD_CLAIM_SECRET_BLOCK'),
    signature: requireResponse(responses, 'PASSWORD_CLAIM_SIGNATURE'),
    timestamp: readTimestamp(context, requireResponse(responses, 'TIMESTAMP')),
  }
  const pending = takeSession(context, claim.secretBlock)
  const candidate = pending.sub === undefined ? undefined : state.users.get(pending.sub)
  const isSameUser =
    [pending.userIdForSrp, pending.username].includes(username) ||
    (candidate !== undefined && findUser(state, username) === candidate)
  if (!isSameUser) throw wrongCredentials()
  const user = admit(context, candidate?.username ?? pending.username, () =>
    candidate && isProven(context, pending, candidate, claim) ? candidate : undefined,
  )
  return signIn(context, user)
}

/** Near the sandbox's time, or near the machine's: a browser does not follow when tests move time. */
const readTimestamp = ({ now, machineNow }: OperationContext, text: string): number => {
  const timestamp = parseTimestamp(text)
  if (timestamp === undefined) {
    throw invalidParameter('TIMESTAMP format should be EEE MMM d HH:mm:ss z yyyy in english.')
  }
  if ([now, machineNow].every((time) => Math.abs(time - timestamp) > tolerance)) {
    throw notAuthorized('TIMESTAMP is too far from the current time.')
  }
  return timestamp
}

const isProven = (
  { state }: OperationContext,
  { A, B, b, userIdForSrp }: PendingPasswordVerifier,
  { password }: User,
  { secretBlock, signature, timestamp }: Claim,
): boolean => {
  if (!password) return false
  const key = serverSigningKey({ A, B, b, verifier: BigInt(`0x${password.verifier}`) })
  if (!key) return false
  // Signed over the form Cognito writes, so a claim over another form (a padded day) does not match.
  const expected = claimSignature(
    key,
    srpIdentity(state, userIdForSrp),
    Buffer.from(secretBlock, 'base64'),
    formatTimestamp(timestamp),
  )
  const given = Buffer.from(signature, 'base64')
  const wanted = Buffer.from(expected, 'base64')
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}

import { fromBase64 } from '../base64.ts'
import { invalidParameter, notAuthorized } from '../errors.ts'
import type { OperationContext } from '../operation.ts'
import type { SrpExchange } from '../sign-in/pending-challenge.ts'
import { isSameBytes } from '../srp/bytes.ts'
import { claimSignature, serverSigningKey } from '../srp/server.ts'
import { formatTimestamp, parseTimestamp } from '../srp/timestamp.ts'
import type { SrpIdentity } from '../srp/verifier.ts'
import { type Responses, requireResponse } from './challenge.ts'

/** A client's proof that it knows a password or a device's secret. */
export interface SrpClaim {
  readonly secretBlock: string
  readonly signature: string
  /** Epoch ms. */
  readonly timestamp: number
}

const tolerance = 15 * 60_000

export function readClaim(context: OperationContext, responses: Responses): SrpClaim {
  return {
    secretBlock: requireResponse(responses, 'PASSWORD_CLAIM_SECRET_BLOCK'),
    signature: requireResponse(responses, 'PASSWORD_CLAIM_SIGNATURE'),
    timestamp: readTimestamp(context, requireResponse(responses, 'TIMESTAMP')),
  }
}

/**
 * Accepts the sandbox's time and the machine's time: a browser does not follow when tests move the
 * sandbox's clock.
 */
function readTimestamp({ now, machineNow }: OperationContext, text: string): number {
  const timestamp = parseTimestamp(text)
  if (timestamp === undefined) {
    throw invalidParameter('TIMESTAMP format should be EEE MMM d HH:mm:ss z yyyy in english.')
  }
  if ([now, machineNow].every((time) => Math.abs(time - timestamp) > tolerance)) {
    throw notAuthorized('TIMESTAMP is too far from the current time.')
  }
  return timestamp
}

/** Whether the claim proves the password of the verifier (hex). */
export function isProven(
  exchange: SrpExchange,
  verifier: string,
  identity: SrpIdentity,
  { secretBlock, signature, timestamp }: SrpClaim,
): boolean {
  const key = serverSigningKey({ ...exchange, verifier: BigInt(`0x${verifier}`) })
  if (!key) return false
  // Cognito signs its own format, so a claim over another format (a padded day) does not match.
  const expected = claimSignature(
    key,
    identity,
    fromBase64(secretBlock),
    formatTimestamp(timestamp),
  )
  return isSameBytes(fromBase64(signature), fromBase64(expected))
}

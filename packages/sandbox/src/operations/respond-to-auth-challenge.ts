import { challenges } from '../challenges/index.ts'
import { invalidParameter, notAuthorized } from '../errors.ts'
import { clientId, session, stringMap } from '../input/members.ts'
import { oneOf, optional, readInput, structure } from '../input/reader.ts'
import type { Operation, OperationContext } from '../operation.ts'
import { requireClientUser } from '../pool/options/client.ts'

/** Members that AdminRespondToAuthChallenge has too. */
export const respondMembers = {
  ClientId: clientId,
  ChallengeName: oneOf(
    'SMS_MFA',
    'SOFTWARE_TOKEN_MFA',
    'SELECT_MFA_TYPE',
    'MFA_SETUP',
    'PASSWORD_VERIFIER',
    'CUSTOM_CHALLENGE',
    'DEVICE_SRP_AUTH',
    'DEVICE_PASSWORD_VERIFIER',
    'ADMIN_NO_SRP_AUTH',
    'NEW_PASSWORD_REQUIRED',
    'SMS_OTP',
    'PASSWORD',
    'WEB_AUTHN',
    'PASSWORD_SRP',
    'EMAIL_OTP',
    'SELECT_CHALLENGE',
  ),
  ChallengeResponses: optional(stringMap),
  Session: optional(session),
  ClientMetadata: optional(stringMap),
}

const input = structure(respondMembers)

export const respondToAuthChallenge: Operation = (context, request) =>
  takeResponse(context, readInput(input, request))

type Request = ReturnType<typeof input>

/** Handles the response to a challenge, of RespondToAuthChallenge or AdminRespondToAuthChallenge. */
export function takeResponse(
  context: OperationContext,
  { ClientId, ChallengeName, ChallengeResponses = {}, Session, ClientMetadata }: Request,
): object | Promise<object> {
  const { USERNAME, SECRET_HASH } = ChallengeResponses
  requireClientUser(context.state, ClientId, USERNAME, SECRET_HASH)
  if (Session && context.state.challengeSessions.get(Session)?.pending.signIn.isHosted) {
    throw notAuthorized('Invalid session for the user.')
  }
  const challenge = challenges.get(ChallengeName)
  if (!challenge) {
    throw invalidParameter(`The challenge ${ChallengeName} is not supported by the sandbox.`)
  }
  // With SRP the pre authentication trigger runs at PASSWORD_VERIFIER.
  const metadata = { clientMetadata: ClientMetadata, validationData: ClientMetadata }
  return challenge({ ...context, ...metadata }, ChallengeResponses, Session)
}

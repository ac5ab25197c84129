import { advancedSecurityData } from '../../adapters/browser/advanced-security-data.ts'
import type { CognitoClient } from '../client.ts'
import type { CognitoConfig } from '../config/config.ts'
import type { Operation, Requests } from '../operations.ts'

/** The operations that take `UserContextData`, and the username of each. */
const usernames: {
  readonly [Op in Operation]?: (request: Requests[Op]) => string | undefined
} = {
  InitiateAuth: ({ AuthParameters }) => AuthParameters.USERNAME,
  RespondToAuthChallenge: ({ ChallengeResponses }) => ChallengeResponses.USERNAME,
  SignUp: ({ Username }) => Username,
  ConfirmSignUp: ({ Username }) => Username,
  ResendConfirmationCode: ({ Username }) => Username,
  ForgotPassword: ({ Username }) => Username,
  ConfirmForgotPassword: ({ Username }) => Username,
}

/**
 * Adds the fingerprint of the device for advanced security, when the page has AWS's script and the
 * configuration allows it. Reads the script's global at each request: the script may load later.
 * When Cognito rejects the fingerprint, sends the request again without it.
 */
export function withUserContext(
  request: CognitoClient,
  { userPoolId, userPoolClientId, hostedUi }: CognitoConfig,
): CognitoClient {
  if (hostedUi?.isDataCollected === false) return request
  return (operation, input, options) => {
    const username = usernames[operation]?.(input)
    const EncodedData = username && advancedSecurityData(username, userPoolId, userPoolClientId)
    if (!EncodedData) return request(operation, input, options)
    const sent = { ...input, UserContextData: { EncodedData } }
    return request(operation, sent, options).catch((error: unknown) => {
      if (isContextRejected(error)) return request(operation, input, options)
      throw error
    })
  }
}

const isContextRejected = (error: unknown) =>
  error instanceof Error &&
  (error.name === 'UserPoolAddOnNotEnabledException' ||
    /userContextData|encodedData/i.test(error.message))

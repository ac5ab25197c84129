import type { Clock, SignInInput, SignInOutcome, TokenSet, UserPool } from '../ports/index.ts'
import { Secret } from '../secret.ts'
import { readIdToken } from '../session/id-token.ts'
import type { AuthAnswer, TokensAnswer } from './answers.ts'
import type { CognitoClient } from './client.ts'
import type { CognitoConfig } from './config.ts'
import { InvalidAnswerError } from './errors.ts'
import { SrpExchange } from './srp.ts'

/** The user-pool port over Cognito's API. Secrets are revealed here, where the request is built. */
export function cognitoUserPool(
  config: CognitoConfig,
  request: CognitoClient,
  clock: Clock,
): UserPool {
  const ClientId = config.userPoolClientId

  async function signInWithSrp(
    { username, password, clientMetadata: ClientMetadata }: SignInInput,
    options: { signal: AbortSignal },
  ): Promise<AuthAnswer> {
    const srp = new SrpExchange(config.userPoolId)
    const challenge = await request(
      'InitiateAuth',
      {
        AuthFlow: 'USER_SRP_AUTH',
        ClientId,
        AuthParameters: { USERNAME: username, SRP_A: srp.largeA },
        ClientMetadata,
      },
      options,
    )
    if (challenge.kind !== 'challenge' || challenge.name !== 'PASSWORD_VERIFIER') return challenge
    return request(
      'RespondToAuthChallenge',
      {
        ClientId,
        ChallengeName: challenge.name,
        ChallengeResponses: srp.prove(challenge.parameters, password, clock.now()),
        Session: challenge.session,
        ClientMetadata,
      },
      options,
    )
  }

  function signInWithPassword(
    { username, password, clientMetadata }: SignInInput,
    options: { signal: AbortSignal },
  ): Promise<AuthAnswer> {
    return request(
      'InitiateAuth',
      {
        AuthFlow: 'USER_PASSWORD_AUTH',
        ClientId,
        AuthParameters: { USERNAME: username, PASSWORD: password.reveal() },
        ClientMetadata: clientMetadata,
      },
      options,
    )
  }

  const startSignIn =
    config.authenticationFlowType === 'USER_SRP_AUTH' ? signInWithSrp : signInWithPassword

  return {
    signIn: async (input, options) => toOutcome(await startSignIn(input, options)),

    signUp({ username, password, attributes, validationData, clientMetadata }, options) {
      return request(
        'SignUp',
        {
          ClientId,
          Username: username,
          Password: password.reveal(),
          UserAttributes: toAttributes(attributes),
          ValidationData: toAttributes(validationData),
          ClientMetadata: clientMetadata,
        },
        options,
      )
    },

    confirmSignUp: ({ username, code, clientMetadata }, options) =>
      request(
        'ConfirmSignUp',
        {
          ClientId,
          Username: username,
          ConfirmationCode: code.reveal(),
          ClientMetadata: clientMetadata,
        },
        options,
      ),

    resendSignUpCode: ({ username }, options) =>
      request('ResendConfirmationCode', { ClientId, Username: username }, options),

    async refreshTokens(tokens, options) {
      const { refreshToken } = tokens.reveal()
      const answer = await request(
        'GetTokensFromRefreshToken',
        { ClientId, RefreshToken: refreshToken },
        options,
      )
      return toTokens({ ...answer, refreshToken: answer.refreshToken ?? refreshToken })
    },

    revokeToken: (tokens, options) =>
      request('RevokeToken', { ClientId, Token: tokens.reveal().refreshToken }, options),

    globalSignOut: (tokens, options) =>
      request('GlobalSignOut', { AccessToken: tokens.reveal().accessToken }, options),
  }
}

function toOutcome(answer: AuthAnswer): SignInOutcome {
  return answer.kind === 'tokens'
    ? { kind: 'tokens', tokens: toTokens(answer.tokens) }
    : { kind: 'challenge', name: answer.name }
}

/** Tokens that do not decode are refused here, before anybody keeps them. */
function toTokens({ idToken, accessToken, refreshToken }: TokensAnswer): Secret<TokenSet> {
  if (!refreshToken) throw new InvalidAnswerError('The answer has no RefreshToken')
  try {
    readIdToken(idToken)
  } catch {
    throw new InvalidAnswerError('The answer has an IdToken that does not decode')
  }
  return new Secret({ idToken, accessToken, refreshToken })
}

function toAttributes(values: Readonly<Record<string, string>> = {}) {
  return Object.entries(values).map(([Name, Value]) => ({ Name, Value }))
}

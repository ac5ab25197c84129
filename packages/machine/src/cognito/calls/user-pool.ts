import type { UserPool } from '../../ports/index.ts'
import { deviceKeyOf, readTokens } from '../../tokens/token-facts.ts'
import { isDeviceRejected } from '../devices/known-device.ts'
import { toAttributes } from '../responses/attributes.ts'
import { toTokens } from '../responses/tokens.ts'
import { accountCalls } from './account-calls.ts'
import type { CognitoCalls } from './cognito-calls.ts'
import { passkeyCalls } from './passkey-calls.ts'
import { signInCalls } from './sign-in-calls.ts'
import { totpCalls } from './totp-calls.ts'

/** The user-pool port over Cognito's API. Secrets are revealed here, where the request is built. */
export function cognitoUserPool(calls: CognitoCalls): UserPool {
  const { config, request, devices } = calls
  const ClientId = config.userPoolClientId
  const origin = { userPoolId: config.userPoolId, clientId: ClientId }

  return {
    passwordPolicy: config.passwordPolicy,
    formSettings: config.formSettings,
    passwordless: config.passwordless,
    ...signInCalls(calls),
    ...totpCalls(calls),
    ...accountCalls(calls),
    ...passkeyCalls(calls),

    signUp: ({ username, password, attributes, validationData, clientMetadata }, options) =>
      request(
        'SignUp',
        {
          ClientId,
          Username: username,
          Password: password?.reveal(),
          UserAttributes: toAttributes(attributes),
          ValidationData: toAttributes(validationData),
          ClientMetadata: clientMetadata,
        },
        options,
      ),

    confirmSignUp: ({ username, code, session, forceAliasCreation, clientMetadata }, options) =>
      request(
        'ConfirmSignUp',
        {
          ClientId,
          Username: username,
          ConfirmationCode: code.reveal(),
          ForceAliasCreation: forceAliasCreation,
          Session: session?.reveal(),
          ClientMetadata: clientMetadata,
        },
        options,
      ),

    resendSignUpCode: ({ username, clientMetadata }, options) =>
      request(
        'ResendConfirmationCode',
        { ClientId, Username: username, ClientMetadata: clientMetadata },
        options,
      ),

    forgotPassword: ({ username, clientMetadata }, options) =>
      request(
        'ForgotPassword',
        { ClientId, Username: username, ClientMetadata: clientMetadata },
        options,
      ),

    resetPassword: ({ username, code, password, clientMetadata }, options) =>
      request(
        'ConfirmForgotPassword',
        {
          ClientId,
          Username: username,
          ConfirmationCode: code.reveal(),
          Password: password.reveal(),
          ClientMetadata: clientMetadata,
        },
        options,
      ),

    async refreshTokens(tokens, { clientMetadata, ...options }) {
      const { refreshToken } = tokens.reveal()
      const refresh = (DeviceKey: string | undefined) =>
        request(
          'GetTokensFromRefreshToken',
          {
            ClientId,
            RefreshToken: refreshToken ?? '',
            DeviceKey,
            ClientMetadata: clientMetadata,
          },
          options,
        )
      const deviceKey = deviceKeyOf(tokens)
      const answer = await refresh(deviceKey).catch((error: unknown) => {
        // The pool does not track devices any more.
        if (deviceKey !== undefined && isDeviceRejected(error)) return refresh(undefined)
        throw error
      })
      const next = toTokens(
        { ...answer, refreshToken: answer.refreshToken ?? refreshToken },
        origin,
      )
      // Needed for a session and a device that another library has stored.
      const { user, names, deviceKey: nextKey } = readTokens(next)
      if (nextKey) await devices.link(user.username, names)
      return next
    },

    async revokeToken(tokens, options) {
      const { refreshToken } = tokens.reveal()
      if (refreshToken) await request('RevokeToken', { ClientId, Token: refreshToken }, options)
    },

    globalSignOut: (tokens, options) =>
      request('GlobalSignOut', { AccessToken: tokens.reveal().accessToken }, options),
  }
}

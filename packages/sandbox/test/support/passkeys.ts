import {
  type AuthenticatorOptions,
  type CreationOptions,
  createAuthenticator,
  type Forgery,
  type RequestOptions,
} from '../../src/authenticator/index.ts'
import type { PoolOptionsPatch } from '../../src/index.ts'
import type { Client, Reply } from './client.ts'

/** The origin of the app whose relying party is the sandbox's default. */
export const appOrigin = 'http://localhost:5173'

export const passkeyPool = {
  Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'WEB_AUTHN'] } },
  ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_USER_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
} satisfies PoolOptionsPatch

interface PasskeyBody {
  readonly CredentialCreationOptions: CreationOptions & { readonly rp: { readonly id: string } }
  readonly Credentials: readonly {
    readonly CredentialId: string
    readonly FriendlyCredentialName: string
    readonly RelyingPartyId: string
    readonly AuthenticatorAttachment?: string
    readonly AuthenticatorTransports: readonly string[]
    readonly CreatedAt: number
  }[]
  readonly NextToken?: string
}

type PasskeyReply = Reply & { readonly body: PasskeyBody }

/** The passkey operations of a signed-in user, with an authenticator. */
export function passkeysOf(
  { call: send }: Client,
  AccessToken: string,
  options: Partial<AuthenticatorOptions> = {},
) {
  const authenticator = createAuthenticator({ origin: appOrigin, ...options })
  const call = async (operation: string, request: object = {}) =>
    (await send(operation, { AccessToken, ...request })) as PasskeyReply

  const start = () => call('StartWebAuthnRegistration')
  const complete = (Credential: unknown, token = AccessToken) =>
    call('CompleteWebAuthnRegistration', { Credential, AccessToken: token })

  return {
    authenticator,
    start,
    complete,
    list: (request: object = {}) => call('ListWebAuthnCredentials', request),
    remove: (CredentialId: string) => call('DeleteWebAuthnCredential', { CredentialId }),
    /** Both operations, with the authenticator between them. */
    async register(forgery?: Forgery) {
      const { body } = await start()
      return complete(await authenticator.create(body.CredentialCreationOptions, forgery))
    },
  }
}

/** The CREDENTIAL for a WEB_AUTHN challenge. */
export function requestOptionsOf({ body }: Reply): RequestOptions {
  return JSON.parse(body.ChallengeParameters.CREDENTIAL_REQUEST_OPTIONS ?? '')
}

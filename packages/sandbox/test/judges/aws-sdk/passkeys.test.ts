import {
  type CognitoIdentityProviderClient,
  CompleteWebAuthnRegistrationCommand,
  DeleteWebAuthnCredentialCommand,
  GetUserPoolMfaConfigCommand,
  InvalidParameterException,
  LimitExceededException,
  ListWebAuthnCredentialsCommand,
  ResourceNotFoundException,
  SetUserMFAPreferenceCommand,
  SetUserPoolMfaConfigCommand,
  StartWebAuthnRegistrationCommand,
  WebAuthnChallengeNotFoundException,
  WebAuthnConfigurationMissingException,
  WebAuthnCredentialNotSupportedException,
  WebAuthnNotEnabledException,
  WebAuthnOriginNotAllowedException,
  WebAuthnRelyingPartyMismatchException,
} from '@aws-sdk/client-cognito-identity-provider'
import { beforeEach, expect, test } from 'vitest'
import {
  type CreationOptions,
  createAuthenticator,
  type Forgery,
} from '../../../src/authenticator/index.ts'
import { appOrigin, passkeyPool } from '../../support/passkeys.ts'
import { useJudgedSandbox } from '../support/judged-sandbox.ts'
import { createSdkClient, expectException } from '../support/sdk-client.ts'
import { sdkSignIn, tokensOf } from '../support/sdk-sign-in.ts'
import { administrator } from '../support/users.ts'

const judged = useJudgedSandbox({ pool: passkeyPool })
const { userPoolId: UserPoolId } = judged.sandbox.config
const { signIn } = sdkSignIn(judged)

let client: CognitoIdentityProviderClient
let AccessToken: string

beforeEach(async () => {
  client = createSdkClient(judged.config)
  await judged.setPool({ ...passkeyPool, AllowedOAuthFlowsUserPoolClient: true })
  AccessToken = tokensOf(await signIn(await administrator(judged).confirmed())).AccessToken
})

async function start() {
  const answer = await client.send(new StartWebAuthnRegistrationCommand({ AccessToken }))
  return answer.CredentialCreationOptions as unknown as CreationOptions
}
const complete = (credential: object) =>
  // The SDK's type of a document has an index signature, which interfaces lack.
  client.send(
    new CompleteWebAuthnRegistrationCommand({ AccessToken, Credential: { ...credential } }),
  )
const register = async (
  forgery?: Forgery,
  authenticator = createAuthenticator({ origin: appOrigin }),
) => complete(await authenticator.create(await start(), forgery))
const list = (MaxResults?: number, NextToken?: string) =>
  client.send(new ListWebAuthnCredentialsCommand({ AccessToken, MaxResults, NextToken }))
const remove = (CredentialId: string) =>
  client.send(new DeleteWebAuthnCredentialCommand({ AccessToken, CredentialId }))

test('a passkey is registered, listed and deleted', async () => {
  const before = Date.now()
  const authenticator = createAuthenticator({ origin: appOrigin, algorithms: ['RS256'] })
  await register({}, authenticator)
  const [credential, ...others] = (await list()).Credentials ?? []
  expect(others).toEqual([])
  expect(credential).toEqual({
    CredentialId: authenticator.credentials[0]?.id,
    FriendlyCredentialName: 'Platform passkey',
    RelyingPartyId: 'localhost',
    AuthenticatorAttachment: 'platform',
    AuthenticatorTransports: ['internal'],
    CreatedAt: expect.any(Date),
  })
  expect(credential?.CreatedAt?.getTime()).toBeGreaterThanOrEqual(before)
  await remove(credential?.CredentialId ?? '')
  expect((await list()).Credentials).toEqual([])
  await expectException(
    remove(credential?.CredentialId ?? ''),
    ResourceNotFoundException,
    'The passkey does not exist.',
  )
})

test('passkeys are listed page by page', async () => {
  for (let count = 0; count < 3; count += 1) await register()
  const first = await list(2)
  const second = await list(2, first.NextToken)
  const all = [...(first.Credentials ?? []), ...(second.Credentials ?? [])]
  expect(second.NextToken).toBeUndefined()
  expect((await list()).Credentials).toEqual(all)
  expect(new Set(all.map(({ CredentialId }) => CredentialId)).size).toBe(3)
})

test('a user has at most 20 passkeys', async () => {
  for (let count = 0; count < 20; count += 1) await register()
  await expectException(start(), LimitExceededException, 'The user has the maximum of 20 passkeys.')
})

test('each exception has the class of the SDK', async () => {
  await expectException(
    register({ algorithm: 'ES384' }),
    WebAuthnCredentialNotSupportedException,
    'The algorithm of the passkey is neither ES256 nor RS256.',
  )
  await expectException(
    register({ origin: 'https://evil.example' }),
    WebAuthnOriginNotAllowedException,
    'The origin https://evil.example is not allowed for the relying party.',
  )
  await expectException(
    register({ rpId: 'evil.example' }),
    WebAuthnRelyingPartyMismatchException,
    'The passkey belongs to another relying party.',
  )
  await expectException(
    register({ challenge: 'AAAA' }),
    WebAuthnChallengeNotFoundException,
    'The challenge is unknown, expired or used. Start the registration again.',
  )
  await expectException(
    complete({ id: 'AAAA' }),
    InvalidParameterException,
    'Invalid passkey credential.',
  )
  await judged.setPool({ AllowedOAuthFlowsUserPoolClient: false })
  await expectException(
    start(),
    WebAuthnConfigurationMissingException,
    'The user pool has neither a relying party id nor a domain.',
  )
  await judged.setPool({ Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD'] } } })
  await expectException(
    start(),
    WebAuthnNotEnabledException,
    'Passkeys are not enabled for the user pool.',
  )
})

test('passkeys are configured as MFA, and set by the user', async () => {
  const WebAuthnConfiguration = {
    UserVerification: 'required',
    FactorConfiguration: 'MULTI_FACTOR_WITH_USER_VERIFICATION',
  } as const
  const set = await client.send(
    new SetUserPoolMfaConfigCommand({
      UserPoolId,
      MfaConfiguration: 'OPTIONAL',
      EmailMfaConfiguration: {},
      WebAuthnConfiguration,
    }),
  )
  expect(set.WebAuthnConfiguration).toEqual(WebAuthnConfiguration)
  const got = await client.send(new GetUserPoolMfaConfigCommand({ UserPoolId }))
  expect(got.WebAuthnConfiguration).toEqual(WebAuthnConfiguration)
  await client.send(
    new SetUserMFAPreferenceCommand({
      AccessToken,
      EmailMfaSettings: { Enabled: true },
      WebAuthnMfaSettings: { Enabled: true },
    }),
  )
  await expectException(
    client.send(
      new SetUserMFAPreferenceCommand({ AccessToken, EmailMfaSettings: { Enabled: false } }),
    ),
    InvalidParameterException,
    'Passkey MFA needs another activated MFA method of the user.',
  )
})

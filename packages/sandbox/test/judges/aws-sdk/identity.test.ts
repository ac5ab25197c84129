import {
  CognitoIdentityClient,
  DeveloperUserAlreadyRegisteredException,
  GetCredentialsForIdentityCommand,
  GetIdCommand,
  GetOpenIdTokenForDeveloperIdentityCommand,
  InvalidParameterException,
  NotAuthorizedException,
  ResourceNotFoundException,
  UnlinkIdentityCommand,
} from '@aws-sdk/client-cognito-identity'
import { fromCognitoIdentity, fromCognitoIdentityPool } from '@aws-sdk/credential-providers'
import { beforeEach, expect, test } from 'vitest'
import { password, useJudgedSandbox } from '../support/judged-sandbox.ts'
import { expectException } from '../support/sdk-client.ts'
import { sdkSignIn } from '../support/sdk-sign-in.ts'
import { administrator } from '../support/users.ts'

const judged = useJudgedSandbox()
const { identityPoolId, region, userPoolId } = judged.sandbox.config
const { signIn } = sdkSignIn(judged)
const admin = administrator(judged)
const userPool = `cognito-idp.${region}.amazonaws.com/${userPoolId}`

const clientConfig = () => ({ endpoint: judged.config.identityEndpoint, region, maxAttempts: 1 })

let client: CognitoIdentityClient

beforeEach(() => {
  client = new CognitoIdentityClient({
    ...clientConfig(),
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  })
})

/** Signs a new user in to the user pool: the login for the identity pool. */
async function newLogin() {
  const { AuthenticationResult } = await signIn(await admin.confirmed(), password)
  return { [userPool]: AuthenticationResult?.IdToken ?? '' }
}

async function getId(Logins?: Record<string, string>) {
  const { IdentityId = '' } = await client.send(
    new GetIdCommand({ IdentityPoolId: identityPoolId, Logins }),
  )
  return IdentityId
}

/** What a service that verifies signatures gets to know of the credentials. */
const owner = async (accessKeyId: string): Promise<unknown> =>
  (await judged.sandbox.fetch(`${judged.config.controlUrl}/credentials/${accessKeyId}`)).json()

test('fromCognitoIdentityPool gets credentials for a guest and for a user', async () => {
  const pool = { identityPoolId, clientConfig: clientConfig() }
  const guest = await fromCognitoIdentityPool(pool)()
  expect(guest.accessKeyId).toMatch(/^ASIA/)
  expect(await owner(guest.accessKeyId)).toMatchObject({
    identityId: guest.identityId,
    isAuthenticated: false,
    secretKey: guest.secretAccessKey,
    sessionToken: guest.sessionToken,
    expiresAt: guest.expiration?.getTime(),
  })
  const logins = await newLogin()
  const user = await fromCognitoIdentityPool({ ...pool, logins })()
  expect(user.identityId).toBe(await getId(logins))
  expect(await owner(user.accessKeyId)).toMatchObject({
    identityId: user.identityId,
    isAuthenticated: true,
  })
})

test('fromCognitoIdentity gets credentials for an identity that is known', async () => {
  const logins = await newLogin()
  const identityId = await getId(logins)
  const provide = fromCognitoIdentity({ identityId, logins, clientConfig: clientConfig() })
  expect(await owner((await provide()).accessKeyId)).toMatchObject({ identityId })
  const stranger = fromCognitoIdentity({
    identityId,
    logins: await newLogin(),
    clientConfig: clientConfig(),
  })
  await expect(stranger()).rejects.toThrow("Logins don't match")
})

test('a guest is merged into the identity of the login', async () => {
  const Logins = await newLogin()
  const user = await getId(Logins)
  const IdentityId = await getId()
  const answer = await client.send(new GetCredentialsForIdentityCommand({ IdentityId, Logins }))
  expect(answer.IdentityId).toBe(user)
  expect(answer.Credentials?.Expiration).toBeInstanceOf(Date)
  await expectException(
    client.send(new GetCredentialsForIdentityCommand({ IdentityId })),
    ResourceNotFoundException,
    `Identity '${IdentityId}' not found.`,
  )
})

test('errors are those of the SDK', async () => {
  const IdentityPoolId = 'us-east-1:11111111-0000-4000-8000-000000000000'
  await expectException(
    client.send(new GetIdCommand({ IdentityPoolId })),
    ResourceNotFoundException,
    `IdentityPool '${IdentityPoolId}' not found.`,
  )
  await expectException(
    getId({ [userPool]: 'nonsense' }),
    NotAuthorizedException,
    'Invalid login token. Not a valid OpenId Connect identity token.',
  )
  await expectException(
    getId({ [userPool]: '' }),
    InvalidParameterException,
    `1 validation error detected: Value at 'logins.${userPool}.member' failed to satisfy constraint: Member must have length greater than or equal to 1`,
  )
})

test("the developer's back end registers users, who unlink themselves", async () => {
  const register = (user: string, IdentityId?: string) =>
    client.send(
      new GetOpenIdTokenForDeveloperIdentityCommand({
        IdentityPoolId: identityPoolId,
        IdentityId,
        Logins: { 'login.sandbox.developer': user },
      }),
    )
  const { IdentityId = '', Token = '' } = await register('jane')
  const logins = { 'cognito-identity.amazonaws.com': Token }
  const provide = fromCognitoIdentity({
    identityId: IdentityId,
    logins,
    clientConfig: clientConfig(),
  })
  expect(await owner((await provide()).accessKeyId)).toMatchObject({ identityId: IdentityId })
  await expectException(
    register('jane', await getId()),
    DeveloperUserAlreadyRegisteredException,
    'The developer user is registered under a different identity.',
  )
  await client.send(
    new UnlinkIdentityCommand({
      IdentityId,
      Logins: logins,
      LoginsToRemove: ['login.sandbox.developer'],
    }),
  )
  expect((await register('jane')).IdentityId).not.toBe(IdentityId)
})

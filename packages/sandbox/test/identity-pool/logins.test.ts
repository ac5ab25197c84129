import { base64url, SignJWT } from 'jose'
import { beforeEach, describe, expect, test } from 'vitest'
import { createSandbox, type Sandbox } from '../../src/index.ts'
import { email, password } from '../support/client.ts'
import {
  createIdentityClient,
  developer,
  facebook,
  google,
  type IdentityClient,
  rejection,
} from '../support/identity-client.ts'

let sandbox: Sandbox
let pool: IdentityClient

beforeEach(() => {
  sandbox = createSandbox()
  pool = createIdentityClient(sandbox)
})

const invalid = (reason: string) => ['NotAuthorizedException', `Invalid login token. ${reason}`]
const unsupported = [
  'NotAuthorizedException',
  'Token is not from a supported provider of this identity pool.',
]
const rejected = async (provider: string, token: string) =>
  rejection(await pool.getId({ [provider]: token }))

describe('ID tokens of the user pool', () => {
  test('are rejected if they are malformed, forged or from another pool', async () => {
    const { AccessToken, IdToken } = await pool.client.signedIn()
    expect(await rejected(pool.userPool, 'nonsense')).toEqual(
      invalid('Not a valid OpenId Connect identity token.'),
    )
    expect(await rejected(`${pool.userPool}2`, IdToken)).toEqual(
      invalid("Issuer doesn't match providerName"),
    )
    expect(await rejected(pool.userPool, AccessToken)).toEqual(
      invalid('Missing a required claim: aud'),
    )
    const forged = await new SignJWT({ sub: 'x', token_use: 'id' })
      .setIssuer(`https://${pool.userPool}`)
      .setAudience(sandbox.config.userPoolClientId)
      .setExpirationTime('1h')
      .setProtectedHeader({ alg: 'HS256' })
      .sign(new TextEncoder().encode('secret'))
    expect(await rejected(pool.userPool, forged)).toEqual(invalid("Couldn't verify signed token."))
  })

  test("expire by the sandbox's clock", async () => {
    const { IdToken } = await pool.client.signedIn()
    await pool.client.advance(3_601_000)
    const [type, message] = await rejected(pool.userPool, IdToken)
    expect(type).toBe('NotAuthorizedException')
    expect(message).toMatch(/^Invalid login token\. Token expired: \d{10} >= \d{10}$/)
  })

  test('are rejected after a global sign-out, if the pool checks that', async () => {
    const { AccessToken, IdToken } = await pool.client.signedIn()
    await pool.client.call('GlobalSignOut', { AccessToken })
    expect(await rejected(pool.userPool, IdToken)).toEqual(invalid('Token has been revoked'))
    const provider = {
      ProviderName: pool.userPool,
      ClientId: sandbox.config.userPoolClientId,
    }
    await pool.setPool({ CognitoIdentityProviders: [provider] })
    expect((await pool.getId({ [pool.userPool]: IdToken })).status).toBe(200)
    await pool.setPool({ CognitoIdentityProviders: [] })
    expect(await rejected(pool.userPool, IdToken)).toEqual(unsupported)
  })
})

describe('tokens of public providers', () => {
  test.each([google, 'appleid.apple.com', 'id.example.com'])(
    '%s: the user is the sub, until the token expires',
    async (provider) => {
      const IdentityId = await pool.identityId({ [provider]: pool.openIdToken('jane') })
      expect(await pool.identityId({ [provider]: pool.openIdToken('jane', 7200) })).toBe(IdentityId)
      expect(await pool.identityId({ [provider]: pool.openIdToken('joe') })).not.toBe(IdentityId)
      const [, message] = await rejected(provider, pool.openIdToken('jane', -1))
      expect(message).toMatch(/^Invalid login token\. Token expired: /)
      expect(await rejected(provider, 'opaque')).toEqual(
        invalid('Not a valid OpenId Connect identity token.'),
      )
      const withoutSub = ['{}', '{"sub":1}'].map((claims) => `e30.${base64url.encode(claims)}.`)
      for (const token of withoutSub) {
        expect(await rejected(provider, token)).toEqual(invalid('Missing a required claim: sub'))
      }
    },
  )

  test.each([facebook, 'www.amazon.com'])(
    '%s: an opaque token stands for the user before its first dot',
    async (provider) => {
      const IdentityId = await pool.identityId({ [provider]: 'jane.1' })
      expect(await pool.identityId({ [provider]: 'jane.2' })).toBe(IdentityId)
      expect(await pool.identityId({ [provider]: 'joe.1' })).not.toBe(IdentityId)
      const jwt = { [provider]: pool.openIdToken('jane') }
      expect(await pool.identityId(jwt)).not.toBe(IdentityId)
    },
  )

  test('are those the pool names, once it names any', async () => {
    await pool.setPool({
      SupportedLoginProviders: { [google]: 'app' },
      OpenIdConnectProviderARNs: ['arn:aws:iam::123456789012:oidc-provider/id.example.com'],
    })
    for (const provider of [google, 'id.example.com']) {
      expect((await pool.getId({ [provider]: pool.openIdToken('jane') })).status).toBe(200)
    }
    expect(await rejected(facebook, 'jane')).toEqual(unsupported)
  })
})

test("a developer's user is no login by name", async () => {
  expect(await rejected(developer, 'jane')).toEqual(unsupported)
})

describe('roles', () => {
  const role = (name: string) => `arn:aws:iam::123456789012:role/${name}`

  /** Signs in as a member of groups with these roles. */
  const memberOf = async (...roles: string[]) => {
    await pool.client.confirmed()
    for (const GroupName of roles) {
      await pool.client.admin('CreateGroup', { GroupName, RoleArn: role(GroupName) })
      await pool.client.admin('AdminAddUserToGroup', { GroupName, Username: email })
    }
    const { body } = await pool.client.signInWithPassword(email, password)
    return { [pool.userPool]: body.AuthenticationResult.IdToken }
  }

  const roleFor = async (logins: Record<string, string>, requested?: string) => {
    const reply = await pool.credentials(await pool.identityId(logins), logins, requested)
    if (reply.status !== 200) return rejection(reply)[0]
    const { AccessKeyId } = reply.body.Credentials
    const { body } = await pool.client.control('GET', `/credentials/${AccessKeyId}`)
    return (body as { roleArn: string }).roleArn
  }

  const mapToken = (AmbiguousRoleResolution: string) =>
    pool.setPool({
      RoleMappings: {
        [`${pool.userPool}:${sandbox.config.userPoolClientId}`]: {
          Type: 'Token',
          AmbiguousRoleResolution,
        },
      },
    })

  test('come from the token if the pool maps them', async () => {
    const login = await memberOf('Staff')
    expect(await roleFor(login)).toBe(role('SandboxAuthenticated'))
    await mapToken('Deny')
    expect(await roleFor(login)).toBe(role('Staff'))
  })

  test('may be chosen among those of the token', async () => {
    const login = await memberOf('Staff', 'Editor')
    expect(await roleFor(login, role('Editor'))).toBe(role('Editor'))
    expect(await roleFor(login, role('Admin'))).toBe('NotAuthorizedException')
  })

  test('are rejected or the default if the token does not decide', async () => {
    const login = await memberOf()
    await mapToken('Deny')
    expect(await roleFor(login)).toBe('NotAuthorizedException')
    await mapToken('AuthenticatedRole')
    expect(await roleFor(login)).toBe(role('SandboxAuthenticated'))
    await pool.setPool({ Roles: {} })
    expect(await roleFor(login)).toBe('InvalidIdentityPoolConfigurationException')
  })
})

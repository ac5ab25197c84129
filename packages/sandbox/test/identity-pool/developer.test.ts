import { createRemoteJWKSet, customFetch, decodeJwt, jwtVerify } from 'jose'
import { beforeEach, describe, expect, test } from 'vitest'
import { createSandbox, type Sandbox } from '../../src/index.ts'
import {
  createIdentityClient,
  developer,
  google,
  type IdentityClient,
  rejection,
} from '../support/identity-client.ts'

const service = 'cognito-identity.amazonaws.com'

let sandbox: Sandbox
let pool: IdentityClient

beforeEach(() => {
  sandbox = createSandbox()
  pool = createIdentityClient(sandbox)
})

const register = (user: string, request: object = {}) =>
  pool.signed('GetOpenIdTokenForDeveloperIdentity', { Logins: { [developer]: user }, ...request })

async function verified(token: string) {
  const keys = createRemoteJWKSet(
    new URL('/.well-known/jwks_uri', sandbox.config.identityEndpoint),
    { [customFetch]: sandbox.fetch },
  )
  const { payload } = await jwtVerify(token, keys, {
    issuer: `https://${service}`,
    audience: sandbox.config.identityPoolId,
    currentDate: new Date(sandbox.clock.now()),
  })
  return payload
}

describe("the developer's users", () => {
  test('get a token for their identity, which is a login', async () => {
    const { body } = await register('jane')
    const { IdentityId, Token } = body
    const { iat = 0, exp, ...claims } = await verified(Token)
    expect(exp).toBe(iat + 900)
    expect(claims).toMatchObject({ sub: IdentityId, amr: ['authenticated', developer] })
    expect((await register('jane')).body.IdentityId).toBe(IdentityId)
    expect((await pool.credentials(IdentityId, { [service]: Token })).body.IdentityId).toBe(
      IdentityId,
    )
    expect(rejection(await pool.credentials(IdentityId))[0]).toBe('NotAuthorizedException')
    const joe = (await register('joe')).body
    expect(rejection(await pool.credentials(joe.IdentityId, { [service]: Token }))[0]).toBe(
      'NotAuthorizedException',
    )
  })

  test('have tokens of the requested lifetime', async () => {
    const { IdentityId, Token } = (await register('jane', { TokenDuration: 60 })).body
    await pool.client.advance(61_000)
    expect(rejection(await pool.credentials(IdentityId, { [service]: Token }))[1]).toMatch(
      /^Invalid login token\. Token expired: /,
    )
    expect(rejection(await register('jane', { TokenDuration: 86_401 }))[0]).toBe(
      'InvalidParameterException',
    )
  })

  test('are linked to an existing identity, but not taken from another', async () => {
    const guest = await pool.identityId()
    expect((await register('jane', { IdentityId: guest })).body.IdentityId).toBe(guest)
    const other = await pool.identityId({ [google]: pool.openIdToken('g') })
    expect((await register('joe', { IdentityId: other })).body.IdentityId).toBe(other)
    expect(rejection(await register('jane', { IdentityId: other }))[0]).toBe(
      'DeveloperUserAlreadyRegisteredException',
    )
    const Logins = { [developer]: 'jane', [google]: pool.openIdToken('g') }
    expect(rejection(await register('jane', { IdentityId: guest, Logins }))[0]).toBe(
      'ResourceConflictException',
    )
    expect(rejection(await register('jane', { Logins: {} }))[0]).toBe('InvalidParameterException')
  })

  test('are looked up, merged and unlinked', async () => {
    const [jane, joe] = [(await register('jane')).body, (await register('joe')).body]
    const lookup = async (request: object) =>
      (await pool.signed('LookupDeveloperIdentity', request)).body
    expect(await lookup({ DeveloperUserIdentifier: 'jane' })).toMatchObject({
      IdentityId: jane.IdentityId,
    })
    const merged = await pool.signed('MergeDeveloperIdentities', {
      SourceUserIdentifier: 'joe',
      DestinationUserIdentifier: 'jane',
      DeveloperProviderName: developer,
    })
    expect(merged.body.IdentityId).toBe(jane.IdentityId)
    const { IdentityId } = jane
    expect(await lookup({ IdentityId })).toEqual({
      IdentityId,
      DeveloperUserIdentifierList: ['jane', 'joe'],
    })
    const gone = await pool.call('DescribeIdentity', { IdentityId: joe.IdentityId }, true)
    expect(rejection(gone)[0]).toBe('ResourceNotFoundException')
    const unlink = { IdentityId, DeveloperProviderName: developer, DeveloperUserIdentifier: 'joe' }
    await pool.signed('UnlinkDeveloperIdentity', unlink)
    expect(await lookup({ IdentityId })).toMatchObject({ DeveloperUserIdentifierList: ['jane'] })
  })
})

describe('the classic flow', () => {
  test('can be off', async () => {
    expect(
      rejection(await pool.call('GetOpenIdToken', { IdentityId: await pool.identityId() })),
    ).toEqual([
      'InvalidParameterException',
      'Basic (classic) flow is not enabled, please use enhanced flow.',
    ])
  })

  test('gives tokens to guests, which are no login, and to users', async () => {
    await pool.setPool({ AllowClassicFlow: true })
    const guest = await pool.identityId()
    const { Token } = (await pool.call('GetOpenIdToken', { IdentityId: guest })).body
    const { amr, exp = 0, iat = 0 } = await verified(Token)
    expect([amr, exp - iat]).toEqual([['unauthenticated'], 600])
    expect(rejection(await pool.getId({ [service]: Token }))[0]).toBe('NotAuthorizedException')
    const Logins = await pool.userPoolLogin()
    const user = (await pool.call('GetOpenIdToken', { IdentityId: guest, Logins })).body
    expect(decodeJwt(user.Token).amr).toEqual(['authenticated', pool.userPool])
    expect(await pool.identityId({ [service]: user.Token })).toBe(guest)
  })
})

test('the pool and its identities are described, listed and deleted', async () => {
  const { identityPoolId } = sandbox.config
  expect((await pool.signed('DescribeIdentityPool')).body).toMatchObject({
    IdentityPoolId: identityPoolId,
    AllowUnauthenticatedIdentities: true,
    DeveloperProviderName: developer,
  })
  expect((await pool.signed('GetIdentityPoolRoles')).body).toMatchObject({
    Roles: { authenticated: expect.stringMatching(/^arn:/) },
  })
  const login = await pool.userPoolLogin()
  const user = await pool.identityId(login)
  const guest = await pool.identityId()
  await pool.credentials(guest, login)
  const list = async (request: object) =>
    (await pool.signed('ListIdentities', { MaxResults: 1, ...request })).body
  const first = await list({})
  expect(first).toMatchObject({ Identities: [{ IdentityId: user, Logins: [pool.userPool] }] })
  expect(await list({ NextToken: first.NextToken })).toMatchObject({
    Identities: [{ IdentityId: guest }],
  })
  expect(await list({ HideDisabled: true })).not.toHaveProperty('NextToken')
  await pool.call('DeleteIdentities', { IdentityIdsToDelete: [user, guest] }, true)
  expect(await list({})).toMatchObject({ Identities: [] })
})

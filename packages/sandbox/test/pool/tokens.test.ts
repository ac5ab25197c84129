import { decodeJwt, SignJWT } from 'jose'
import { beforeEach, describe, expect, test } from 'vitest'
import { createSandbox, type PoolOptionsPatch, type Sandbox } from '../../src/index.ts'
import { type Client, createClient, email, errorOf } from '../support/client.ts'
import { freezeTime } from '../support/frozen-time.ts'

const day = 86_400_000
let sandbox: Sandbox
let client: Client

freezeTime()

function withPool(pool: PoolOptionsPatch) {
  sandbox = createSandbox({ pool })
  client = createClient(sandbox)
}

beforeEach(() => withPool({}))

const reject = (message: string, type = 'NotAuthorizedException') => [400, type, message]
const getUser = (AccessToken: string) => client.call('GetUser', { AccessToken })
const rotate = (RefreshToken: string) => client.send('GetTokensFromRefreshToken', { RefreshToken })
const refresh = (REFRESH_TOKEN: string) => client.initiate('REFRESH_TOKEN_AUTH', { REFRESH_TOKEN })

describe('access tokens', () => {
  test('expire on the sandbox clock', async () => {
    const { AccessToken } = await client.signedIn()
    await client.advance(3_598_000)
    expect((await getUser(AccessToken)).status).toBe(200)
    await client.advance(3000)
    expect(errorOf(await getUser(AccessToken))).toEqual(reject('Access Token has expired'))
  })

  test('must be ours, and access tokens', async () => {
    const { AccessToken, IdToken } = await client.signedIn()
    const forged = await new SignJWT(decodeJwt(AccessToken))
      .setProtectedHeader({ alg: 'HS256' })
      .sign(new Uint8Array(32))
    for (const token of ['garbage', IdToken, forged, `${AccessToken.slice(0, -8)}AAAAAAAA`]) {
      expect(errorOf(await getUser(token))).toEqual(reject('Invalid Access Token'))
    }
  })

  test('end with their user', async () => {
    const { AccessToken } = await client.signedIn()
    await client.admin('AdminDisableUser', { Username: email })
    expect(errorOf(await getUser(AccessToken))).toEqual(reject('User is disabled.'))
    await client.admin('AdminEnableUser', { Username: email })
    expect(errorOf(await getUser(AccessToken))).toEqual(reject('Access Token has been revoked'))
    await client.admin('AdminDeleteUser', { Username: email })
    expect(errorOf(await getUser(AccessToken))).toEqual(
      reject('User does not exist.', 'UserNotFoundException'),
    )
  })
})

describe.each([
  ['REFRESH_TOKEN_AUTH', (token: string) => refresh(token)],
  ['REFRESH_TOKEN', (token: string) => client.initiate('REFRESH_TOKEN', { REFRESH_TOKEN: token })],
  ['GetTokensFromRefreshToken', (token: string) => rotate(token)],
])('%s', (_, renew) => {
  test('answers new tokens, without a refresh token', async () => {
    const { RefreshToken } = await client.signedIn()
    const { AuthenticationResult } = (await renew(RefreshToken)).body
    expect(AuthenticationResult).not.toHaveProperty('RefreshToken')
    expect((await getUser(AuthenticationResult.AccessToken)).status).toBe(200)
  })

  test('says what is wrong with a refresh token', async () => {
    const { RefreshToken } = await client.signedIn()
    expect(errorOf(await renew('garbage'))).toEqual(reject('Invalid Refresh Token'))
    await client.advance(30 * day - 2000)
    expect((await renew(RefreshToken)).status).toBe(200)
    await client.advance(3000)
    expect(errorOf(await renew(RefreshToken))).toEqual(reject('Refresh Token has expired'))
  })

  test('ends with the user', async () => {
    const { RefreshToken } = await client.signedIn()
    await client.admin('AdminDisableUser', { Username: email })
    expect(errorOf(await renew(RefreshToken))).toEqual(reject('User is disabled.'))
    await client.admin('AdminDeleteUser', { Username: email })
    expect(errorOf(await renew(RefreshToken))).toEqual(
      reject('User does not exist.', 'UserNotFoundException'),
    )
  })
})

describe('RevokeToken', () => {
  const revoke = (Token: string) => client.send('RevokeToken', { Token })

  test('ends one sign-in, and no other', async () => {
    const first = await client.signedIn()
    const second = (await client.signInWithPassword(email)).body.AuthenticationResult
    const renewed = (await refresh(first.RefreshToken)).body.AuthenticationResult
    expect((await revoke(first.RefreshToken)).body).toEqual({})
    for (const { AccessToken } of [first, renewed]) {
      expect(errorOf(await getUser(AccessToken))).toEqual(reject('Access Token has been revoked'))
    }
    expect(errorOf(await refresh(first.RefreshToken))).toEqual(
      reject('Refresh Token has been revoked'),
    )
    expect((await getUser(second.AccessToken)).status).toBe(200)
    expect((await revoke(first.RefreshToken)).status).toBe(200)
  })

  test('takes refresh tokens only', async () => {
    const { AccessToken } = await client.signedIn()
    expect((await revoke(AccessToken)).body.__type).toBe('UnsupportedTokenTypeException')
    expect((await revoke('unknown')).body).toEqual({})
  })

  test('is rejected if it is off, and then origin_jti is missing', async () => {
    withPool({ EnableTokenRevocation: false })
    const { AccessToken, RefreshToken } = await client.signedIn()
    expect(decodeJwt(AccessToken)).not.toHaveProperty('origin_jti')
    expect((await revoke(RefreshToken)).body.__type).toBe('UnsupportedOperationException')
    expect((await getUser(AccessToken)).status).toBe(200)
  })
})

test('GlobalSignOut ends all sign-ins', async () => {
  const first = await client.signedIn()
  const second = (await client.signInWithPassword(email)).body.AuthenticationResult
  const answer = await client.call('GlobalSignOut', { AccessToken: first.AccessToken })
  expect([answer.status, answer.body]).toEqual([200, {}])
  for (const { AccessToken, RefreshToken } of [first, second]) {
    expect(errorOf(await getUser(AccessToken))).toEqual(reject('Access Token has been revoked'))
    expect(errorOf(await refresh(RefreshToken))).toEqual(reject('Refresh Token has been revoked'))
  }
  const again = await client.call('GlobalSignOut', { AccessToken: second.AccessToken })
  expect(errorOf(again)).toEqual(reject('Access Token has been revoked'))
  expect((await client.signInWithPassword(email)).status).toBe(200)
})

describe('rotation', () => {
  const rotation = (RetryGracePeriodSeconds: number) =>
    withPool({ RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds } })

  test('replaces the refresh token, for what is left of its life', async () => {
    rotation(0)
    const { RefreshToken } = await client.signedIn()
    await client.advance(29 * day)
    const next = (await rotate(RefreshToken)).body.AuthenticationResult
    expect(next.RefreshToken).not.toBe(RefreshToken)
    await client.advance(day)
    expect(errorOf(await rotate(next.RefreshToken))).toEqual(reject('Refresh Token has expired'))
  })

  test('revokes the sign-in when a replaced token is used again', async () => {
    rotation(0)
    const { RefreshToken } = await client.signedIn()
    const next = (await rotate(RefreshToken)).body.AuthenticationResult
    expect((await rotate(RefreshToken)).body.__type).toBe('RefreshTokenReuseException')
    expect(errorOf(await rotate(next.RefreshToken))).toEqual(
      reject('Refresh Token has been revoked'),
    )
    expect(errorOf(await getUser(next.AccessToken))).toEqual(
      reject('Access Token has been revoked'),
    )
  })

  test('lets a replaced token retry within the grace period', async () => {
    rotation(10)
    const { RefreshToken } = await client.signedIn()
    await rotate(RefreshToken)
    await client.advance(9000)
    expect((await rotate(RefreshToken)).status).toBe(200)
    await client.advance(1000)
    expect((await rotate(RefreshToken)).body.__type).toBe('RefreshTokenReuseException')
  })

  test('rejects REFRESH_TOKEN_AUTH', async () => {
    rotation(0)
    const { RefreshToken } = await client.signedIn()
    expect((await refresh(RefreshToken)).body.__type).toBe('InvalidParameterException')
  })
})

test('lifetimes follow the client, in its units', async () => {
  withPool({
    AccessTokenValidity: 5,
    IdTokenValidity: 1,
    TokenValidityUnits: { IdToken: 'days' },
  })
  const { AccessToken, IdToken, ExpiresIn } = await client.signedIn()
  const life = (token: string) => {
    const { exp = 0, iat = 0 } = decodeJwt(token)
    return exp - iat
  }
  expect([ExpiresIn, life(AccessToken), life(IdToken)]).toEqual([300, 300, 86_400])
})

test('ID tokens carry attributes, booleans and the address as OpenID Connect has them', async () => {
  await client.signUp(email, {
    UserAttributes: [
      { Name: 'address', Value: '1 Main St' },
      { Name: 'phone_number', Value: '+12065550839' },
    ],
  })
  await client.admin('AdminConfirmSignUp', { Username: email })
  const { IdToken } = (await client.signInWithPassword(email)).body.AuthenticationResult
  expect(decodeJwt(IdToken)).toMatchObject({
    address: { formatted: '1 Main St' },
    phone_number: '+12065550839',
    phone_number_verified: false,
    email_verified: false,
  })
})

test('discovery points at the key set', async () => {
  const { endpoint, userPoolId } = sandbox.config
  const url = `${endpoint}/${userPoolId}/.well-known/openid-configuration`
  const document = await (await sandbox.fetch(url)).json()
  expect(document).toMatchObject({
    issuer: `https://cognito-idp.us-east-1.amazonaws.com/${userPoolId}`,
    jwks_uri: `${endpoint}/${userPoolId}/.well-known/jwks.json`,
  })
  const other = await sandbox.fetch(`${endpoint}/us-east-1_Other/.well-known/jwks.json`)
  expect(other.status).toBe(404)
})

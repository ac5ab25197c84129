import { createLocalJWKSet, decodeProtectedHeader, type JSONWebKeySet, jwtVerify } from 'jose'
import { expect, test } from 'vitest'
import { createSandbox } from '../src/index.ts'
import { createClient, email, password } from './support/client.ts'
import { signInWithSrp } from './support/srp-client.ts'

test('from sign-up to a refreshed session', async () => {
  const sandbox = createSandbox()
  const client = createClient(sandbox)

  const signUp = await client.signUp(email)
  expect(signUp.status).toBe(200)
  expect(signUp.body).toEqual({
    UserConfirmed: false,
    UserSub: expect.stringMatching(/^[0-9a-f-]{36}$/),
    CodeDeliveryDetails: {
      AttributeName: 'email',
      DeliveryMedium: 'EMAIL',
      Destination: 'j***@e***',
    },
  })
  const sub = signUp.body.UserSub

  const ConfirmationCode = await client.lastCode(email)
  expect(ConfirmationCode).toMatch(/^\d{6}$/)
  const confirm = await client.send('ConfirmSignUp', { Username: email, ConfirmationCode })
  expect([confirm.status, confirm.body]).toEqual([200, {}])

  const before = Math.floor(Date.now() / 1000)
  const { status, body } = await signInWithSrp(client, email, password)
  expect(status).toBe(200)
  expect(body.ChallengeParameters).toEqual({})
  const { AccessToken, IdToken, RefreshToken, ExpiresIn, TokenType } = body.AuthenticationResult
  expect([ExpiresIn, TokenType]).toEqual([3600, 'Bearer'])
  expect(RefreshToken.split('.')).toHaveLength(5)

  const jwksUrl = `${sandbox.config.endpoint}/${sandbox.config.userPoolId}/.well-known/jwks.json`
  const jwks = (await (await sandbox.fetch(jwksUrl)).json()) as JSONWebKeySet
  expect(jwks.keys).toHaveLength(2)
  const keySet = createLocalJWKSet(jwks)
  const issuer = 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_Sandbox01'
  const access = await jwtVerify(AccessToken, keySet, { issuer })
  const id = await jwtVerify(IdToken, keySet, { issuer, audience: sandbox.config.userPoolClientId })
  expect(decodeProtectedHeader(AccessToken)).toEqual({ kid: expect.any(String), alg: 'RS256' })
  expect(access.protectedHeader.kid).not.toBe(id.protectedHeader.kid)
  const uuid = expect.stringMatching(
    /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  )
  const common = {
    sub,
    iss: issuer,
    origin_jti: uuid,
    event_id: uuid,
    auth_time: expect.any(Number),
    iat: expect.any(Number),
    exp: expect.any(Number),
    jti: uuid,
  }
  expect(access.payload).toEqual({
    ...common,
    client_id: sandbox.config.userPoolClientId,
    token_use: 'access',
    scope: 'aws.cognito.signin.user.admin',
    username: sub,
  })
  expect(id.payload).toEqual({
    ...common,
    aud: sandbox.config.userPoolClientId,
    token_use: 'id',
    'cognito:username': sub,
    email,
    email_verified: true,
  })
  expect(access.payload.origin_jti).toBe(id.payload.origin_jti)
  expect(access.payload.jti).not.toBe(id.payload.jti)
  expect(Number(access.payload.exp) - Number(access.payload.iat)).toBe(3600)
  expect(Number(access.payload.auth_time)).toBeGreaterThanOrEqual(before)

  await client.advance(120_000)
  const refreshed = await client.initiate('REFRESH_TOKEN_AUTH', { REFRESH_TOKEN: RefreshToken })
  expect(Object.keys(refreshed.body.AuthenticationResult).sort()).toEqual([
    'AccessToken',
    'ExpiresIn',
    'IdToken',
    'TokenType',
  ])
  const next = await jwtVerify(refreshed.body.AuthenticationResult.AccessToken, keySet)
  expect(next.payload.origin_jti).toBe(access.payload.origin_jti)
  expect(next.payload.auth_time).toBe(access.payload.auth_time)
  expect(Number(next.payload.iat) - Number(access.payload.iat)).toBeGreaterThanOrEqual(119)

  const user = await client.call('GetUser', { AccessToken })
  expect(user.body).toEqual({
    Username: sub,
    UserAttributes: [
      { Name: 'sub', Value: sub },
      { Name: 'email_verified', Value: 'true' },
      { Name: 'email', Value: email },
    ],
  })
})

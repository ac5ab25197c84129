import { CognitoJwtVerifier } from 'aws-jwt-verify'
import {
  CognitoJwtInvalidClientIdError,
  CognitoJwtInvalidTokenUseError,
  JwtExpiredError,
  JwtInvalidSignatureError,
} from 'aws-jwt-verify/error'
import type { Jwks } from 'aws-jwt-verify/jwk'
import { decomposeUnverifiedJwt } from 'aws-jwt-verify/jwt'
import { beforeAll, expect, test, vi } from 'vitest'
import { createIdentityJs } from './support/identity-js.ts'
import { password, useJudgedSandbox } from './support/judged-sandbox.ts'

const judged = useJudgedSandbox()
const { userPoolId, userPoolClientId: clientId } = judged.sandbox.config

type Use = 'id' | 'access'

let jwks: Jwks
let tokens: Readonly<Record<Use, string>>

const read = async <T>(url: string): Promise<T> => (await (await fetch(url)).json()) as T

const documentOf = (name: string) => `${judged.config.endpoint}/${userPoolId}/.well-known/${name}`

beforeAll(async () => {
  jwks = await read<Jwks>(documentOf('jwks.json'))
  const browser = createIdentityJs(judged.config)
  const email = judged.newEmail()
  await browser.signUp(email, password)
  const user = browser.userOf(email)
  const code = await judged.codeFor(email)
  await new Promise((resolve) => user.confirmRegistration(code, false, resolve))
  user.setAuthenticationFlowType('USER_PASSWORD_AUTH')
  const session = await browser.signIn(user, email, password)
  tokens = {
    id: session.getIdToken().getJwtToken(),
    access: session.getAccessToken().getJwtToken(),
  }
})

function verifier(tokenUse: Use, expectedClient = clientId) {
  const made = CognitoJwtVerifier.create({ userPoolId, clientId: expectedClient, tokenUse })
  made.cacheJwks(jwks)
  return made
}

const other = { id: 'access', access: 'id' } as const

test.each(['id', 'access'] as const)('an %s token verifies', async (use) => {
  const payload = await verifier(use).verify(tokens[use])
  expect(payload).toMatchObject({
    token_use: use,
    iss: `https://cognito-idp.us-east-1.amazonaws.com/${userPoolId}`,
  })
  expect(payload.exp - payload.iat).toBe(3600)
})

test.each(['id', 'access'] as const)('an %s token of another client does not', async (use) => {
  await expect(verifier(use, 'another').verify(tokens[use])).rejects.toThrow(
    CognitoJwtInvalidClientIdError,
  )
})

test.each(['id', 'access'] as const)('an %s token does not pass as the other', async (use) => {
  await expect(verifier(other[use]).verify(tokens[use])).rejects.toThrow(
    CognitoJwtInvalidTokenUseError,
  )
})

test.each(['id', 'access'] as const)('an %s token that was tampered with does not', async (use) => {
  const [header = '', payload = '', signature = ''] = tokens[use].split('.')
  const claims: object = JSON.parse(Buffer.from(payload, 'base64url').toString())
  const forged = Buffer.from(JSON.stringify({ ...claims, sub: 'root' })).toString('base64url')
  await expect(verifier(use).verify(`${header}.${forged}.${signature}`)).rejects.toThrow(
    JwtInvalidSignatureError,
  )
})

test('a token signed with the key of the other use does not', async () => {
  const [, payload = '', signature = ''] = tokens.id.split('.')
  const [header = ''] = tokens.access.split('.')
  await expect(verifier('id').verify(`${header}.${payload}.${signature}`)).rejects.toThrow(
    JwtInvalidSignatureError,
  )
})

test('an expired token does not verify', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 61 * 60_000 })
  await expect(verifier('id').verify(tokens.id)).rejects.toThrow(JwtExpiredError)
  vi.useRealTimers()
})

test('the two keys of the set are the ones that sign', () => {
  const kids = [tokens.id, tokens.access].map((token) => decomposeUnverifiedJwt(token).header.kid)
  expect(jwks.keys.map(({ kid }) => kid)).toEqual(kids)
  expect(new Set(kids).size).toBe(2)
  for (const key of jwks.keys) expect(key).toMatchObject({ alg: 'RS256', kty: 'RSA', use: 'sig' })
})

test('the OpenID configuration leads to the same keys and names the issuer', async () => {
  const configuration = await read<{
    issuer: string
    jwks_uri: string
    id_token_signing_alg_values_supported: string[]
  }>(documentOf('openid-configuration'))
  expect(configuration.issuer).toBe(decomposeUnverifiedJwt(tokens.id).payload.iss)
  expect(configuration.id_token_signing_alg_values_supported).toEqual(['RS256'])
  expect(await read<Jwks>(configuration.jwks_uri)).toEqual(jwks)
})

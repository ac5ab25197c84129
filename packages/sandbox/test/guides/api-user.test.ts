import { readFileSync } from 'node:fs'
import type { Jwks } from 'aws-jwt-verify/jwk'
import { decodeJwt } from 'jose'
import { afterEach, expect, test, vi } from 'vitest'
import { createSandbox } from '../../src/index.ts'
import { createClient, email } from '../support/client.ts'
import { apiUsers } from './api-user.ts'

afterEach(() => void vi.useRealTimers())

const sandbox = createSandbox()
const client = createClient(sandbox)
const { endpoint, userPoolId, userPoolClientId: clientId } = sandbox.config
const users = apiUsers({ userPoolId, clientId })

const asking = (authorization?: string) =>
  new Request('https://api.example.com/', { headers: authorization ? { authorization } : {} })

test('the guide shows the code that runs here', () => {
  const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')
  expect(read('../../../../docs/guides/server-rendering.md')).toContain(read('api-user.ts'))
})

test('it lets in who has a good access token, and nobody else', async () => {
  const keys = await sandbox.fetch(`${endpoint}/${userPoolId}/.well-known/jwks.json`)
  users.verifier.cacheJwks((await keys.json()) as Jwks)
  await client.confirmed()
  const { AccessToken, IdToken } = (await client.signInWithPassword(email)).body
    .AuthenticationResult
  const claims = decodeJwt(AccessToken)
  expect(await users.userOf(asking(`Bearer ${AccessToken}`))).toBe(claims.sub)

  const [header, , signature] = AccessToken.split('.')
  const forged = Buffer.from(JSON.stringify({ ...claims, sub: 'root' })).toString('base64url')
  for (const refused of [
    undefined,
    AccessToken,
    'Bearer nonsense',
    `Bearer ${IdToken}`,
    `Bearer ${header}.${forged}.${signature}`,
  ]) {
    expect(await users.userOf(asking(refused)), refused).toBeUndefined()
  }
  vi.useFakeTimers({ toFake: ['Date'], now: Number(claims.exp) * 1000 + 1 })
  expect(await users.userOf(asking(`Bearer ${AccessToken}`))).toBeUndefined()
})

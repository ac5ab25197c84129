import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { globalAgent } from 'node:https'
import { type AddressInfo, connect } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { FetchError, WaitPeriodNotYetEndedJwkError } from 'aws-jwt-verify/error'
import type { Jwks } from 'aws-jwt-verify/jwk'
import { decodeJwt } from 'jose'
import { afterEach, expect, onTestFinished, test, vi } from 'vitest'
import { createSandbox } from '../../src/index.ts'
import { createClient } from '../support/client.ts'
import { apiUsers } from './api-user.ts'

afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

const sandbox = createSandbox()
const client = createClient(sandbox)
const { endpoint, userPoolId } = sandbox.config
const users = apiUsers(sandbox.config)

const requestWith = (authorization?: string) =>
  new Request('https://api.example.com/', { headers: authorization ? { authorization } : {} })

test('the guide shows the code that runs here', () => {
  const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')
  expect(read('../../../../docs/guides/server-rendering.md')).toContain(read('api-user.ts'))
})

test('only a valid access token is accepted', async () => {
  const keys = await sandbox.fetch(`${endpoint}/${userPoolId}/.well-known/jwks.json`)
  users.verifier.cacheJwks((await keys.json()) as Jwks)
  const { AccessToken, IdToken } = await client.signedIn()
  const claims = decodeJwt(AccessToken)
  expect(await users.userOf(requestWith(`Bearer ${AccessToken}`))).toBe(claims.sub)

  const [header, , signature] = AccessToken.split('.')
  const forged = Buffer.from(JSON.stringify({ ...claims, sub: 'root' })).toString('base64url')
  for (const rejected of [
    undefined,
    AccessToken,
    'Bearer nonsense',
    `Bearer ${IdToken}`,
    `Bearer ${header}.${forged}.${signature}`,
  ]) {
    expect(await users.userOf(requestWith(rejected)), rejected).toBeUndefined()
  }
  vi.useFakeTimers({ toFake: ['Date'], now: Number(claims.exp) * 1000 + 1 })
  expect(await users.userOf(requestWith(`Bearer ${AccessToken}`))).toBeUndefined()
})

/** Requests to AWS arrive at a port of this machine. */
function leadAwsTo(port: number) {
  vi.spyOn(globalAgent, 'createConnection').mockImplementation(() => connect(port, '127.0.0.1'))
}

test('while the keys cannot be loaded, no user has to sign in again', async () => {
  leadAwsTo(1)
  const { AccessToken } = await client.signedIn('eve@example.com')
  const { userOf } = apiUsers(sandbox.config)
  await expect(userOf(requestWith(`Bearer ${AccessToken}`))).rejects.toThrow(FetchError)

  // Under AWS's name, which a sandbox alone does not serve.
  const server = createServer(getRequestListener((request) => sandbox.fetch(request)))
  await once(server.listen(0, '127.0.0.1'), 'listening')
  onTestFinished(() => void server.close())
  leadAwsTo((server.address() as AddressInfo).port)
  const [, ...rest] = AccessToken.split('.')
  const header = Buffer.from(JSON.stringify({ alg: 'RS256', kid: 'unknown' })).toString('base64url')
  const ofAnotherKey = `Bearer ${[header, ...rest].join('.')}`
  expect(await userOf(requestWith(ofAnotherKey))).toBeUndefined()
  await expect(userOf(requestWith(ofAnotherKey))).rejects.toThrow(WaitPeriodNotYetEndedJwkError)
  expect(await userOf(requestWith(`Bearer ${AccessToken}`))).toBe(decodeJwt(AccessToken).sub)
})

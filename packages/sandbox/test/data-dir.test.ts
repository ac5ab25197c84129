import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createSandbox, type SandboxOptions } from '../src/index.ts'
import { createClient, email, password } from './support/client.ts'
import { signInWithSrp } from './support/srp-client.ts'

let dataDir: string
let file: string

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'authchart-'))
  file = join(dataDir, 'sandbox.json')
})
afterEach(() => rmSync(dataDir, { recursive: true }))

const open = (options: SandboxOptions = {}) => {
  const sandbox = createSandbox({ dataDir, ...options })
  return { sandbox, client: createClient(sandbox) }
}

test('users, keys, tokens and pending codes survive', async () => {
  const first = open()
  const { AccessToken, RefreshToken } = await first.client.signedIn()
  await first.client.signUp('late@example.com')
  const ConfirmationCode = await first.client.lastCode('late@example.com')
  await first.sandbox.close()

  const { sandbox, client } = open()
  expect((await client.call('GetUser', { AccessToken })).status).toBe(200)
  const refresh = await client.initiate('REFRESH_TOKEN_AUTH', { REFRESH_TOKEN: RefreshToken })
  expect(refresh.status).toBe(200)
  expect((await signInWithSrp(client, email, password)).status).toBe(200)
  const late = { Username: 'late@example.com', ConfirmationCode }
  expect((await client.send('ConfirmSignUp', late)).status).toBe(200)
  await sandbox.close()
})

test('revoked stays revoked', async () => {
  const first = open()
  const { RefreshToken } = await first.client.signedIn()
  await first.client.send('RevokeToken', { Token: RefreshToken })
  await first.sandbox.close()
  const { sandbox, client } = open()
  const refresh = await client.initiate('REFRESH_TOKEN_AUTH', { REFRESH_TOKEN: RefreshToken })
  expect(refresh.body.message).toBe('Refresh Token has been revoked')
  await sandbox.close()
})

test('is written by itself, for its owner only, without passwords or tokens', async () => {
  const { sandbox, client } = open()
  const { RefreshToken } = await client.signedIn()
  await expect.poll(() => readdirSync(dataDir), { timeout: 10_000 }).toContain('sandbox.json')
  await sandbox.close()
  const content = readFileSync(file, 'utf8')
  expect(content).toContain(email)
  expect(content).not.toContain(password)
  expect(content).not.toContain(RefreshToken)
  if (process.platform !== 'win32') expect(statSync(file).mode & 0o077).toBe(0)
})

test('a reset empties it', async () => {
  const { sandbox, client } = open()
  await client.confirmed()
  await client.control('POST', '/reset')
  await sandbox.close()
  expect((await open().client.control('GET', '/users')).body).toEqual([])
})

test.each(['', '{', '{}', '{"version":2}', '[]'])('a file of %j is refused and kept', (content) => {
  writeFileSync(file, content)
  expect(() => open()).toThrow(/sandbox\.json cannot be read as data of a sandbox: .*Repair it/s)
  expect(readFileSync(file, 'utf8')).toBe(content)
})

test('belongs to one pool', async () => {
  const { sandbox, client } = open()
  await client.confirmed()
  await sandbox.close()
  expect(() => open({ userPoolId: 'us-east-1_Other' })).toThrow(/belongs to the user pool/)
})

test('a directory that another process uses is refused, one that was left behind is taken', async () => {
  const shared = mkdtempSync(join(tmpdir(), 'authchart-shared-'))
  // The parent of this process is certainly running.
  writeFileSync(join(shared, 'sandbox.lock'), String(process.ppid))
  expect(() => createSandbox({ dataDir: shared })).toThrow(`in use by process ${process.ppid}`)
  writeFileSync(join(shared, 'sandbox.lock'), '2147483646')
  const sandbox = createSandbox({ dataDir: shared })
  await sandbox.close()
  expect(existsSync(join(shared, 'sandbox.lock'))).toBe(false)
  rmSync(shared, { recursive: true })
})

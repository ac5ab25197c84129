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
import { codeAt } from './support/authenticator.ts'
import { createClient, email, password } from './support/client.ts'
import { createDevice } from './support/device.ts'
import { createIdentityClient } from './support/identity-client.ts'
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

test('groups, resets and codes for attributes survive', async () => {
  const first = open()
  const { AccessToken } = await first.client.signedIn()
  await first.client.admin('CreateGroup', { GroupName: 'staff', Precedence: 1 })
  await first.client.admin('AdminAddUserToGroup', { GroupName: 'staff', Username: email })
  const UserAttributes = [{ Name: 'email', Value: 'new@example.com' }]
  await first.client.control('PATCH', '/pool', {
    UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email'] },
  })
  await first.client.call('UpdateUserAttributes', { AccessToken, UserAttributes })
  const Code = await first.client.lastCode('new@example.com')
  await first.client.admin('AdminResetUserPassword', { Username: email })
  const ConfirmationCode = await first.client.lastCode(email)
  await first.sandbox.close()

  const { sandbox, client } = open()
  const { body } = await client.admin('AdminListGroupsForUser', { Username: email })
  expect(body).toMatchObject({ Groups: [{ GroupName: 'staff', Precedence: 1 }] })
  const reset = { Username: email, ConfirmationCode, Password: 'Br4nd-new!' }
  expect((await client.send('ConfirmForgotPassword', reset)).status).toBe(200)
  const verify = { AccessToken, AttributeName: 'email', Code }
  expect((await client.call('VerifyUserAttribute', verify)).status).toBe(200)
  expect((await client.signInWithPassword('new@example.com', 'Br4nd-new!')).status).toBe(200)
  await sandbox.close()
})

test('identities survive, without their credentials', async () => {
  const first = open()
  const pool = createIdentityClient(first.sandbox)
  const login = await pool.userPoolLogin()
  const user = await pool.identityId(login)
  const guest = await pool.identityId()
  const { AccessKeyId, SecretKey } = (await pool.credentials(user, login)).body.Credentials
  await first.sandbox.close()
  expect(readFileSync(file, 'utf8')).not.toContain(SecretKey)

  const { sandbox, client } = open()
  const { identityId, credentials } = createIdentityClient(sandbox)
  expect(await identityId(login)).toBe(user)
  expect((await credentials(guest)).status).toBe(200)
  expect((await client.control('GET', `/credentials/${AccessKeyId}`)).status).toBe(404)
  await sandbox.close()
})

test('second factors and devices survive', async () => {
  const first = open()
  await first.client.control('PATCH', '/pool', {
    DeviceConfiguration: {},
    MfaConfiguration: 'OPTIONAL',
    SoftwareTokenMfaConfiguration: { Enabled: true },
  })
  const { AccessToken, RefreshToken, NewDeviceMetadata } = await first.client.signedIn()
  if (!NewDeviceMetadata) throw new Error('No new device.')
  await createDevice(first.client, NewDeviceMetadata).confirm(AccessToken)
  const { SecretCode } = (await first.client.call('AssociateSoftwareToken', { AccessToken })).body
  const UserCode = codeAt(SecretCode, Date.now())
  await first.client.call('VerifySoftwareToken', { AccessToken, UserCode })
  const SoftwareTokenMfaSettings = { Enabled: true }
  await first.client.call('SetUserMFAPreference', { AccessToken, SoftwareTokenMfaSettings })
  await first.client.call('AssociateSoftwareToken', { AccessToken })
  await first.sandbox.close()

  const { sandbox, client } = open()
  const { DeviceKey } = NewDeviceMetadata
  expect((await client.call('GetDevice', { AccessToken, DeviceKey })).status).toBe(200)
  const refresh = (key: object) =>
    client.send('GetTokensFromRefreshToken', { RefreshToken, ...key })
  expect((await refresh({})).body.message).toBe('Invalid Refresh Token')
  expect((await refresh({ DeviceKey })).status).toBe(200)
  const { body } = await client.call('GetUser', { AccessToken })
  expect(body).toMatchObject({ UserMFASettingList: ['SOFTWARE_TOKEN_MFA'] })
  await client.control('PATCH', '/pool', {
    MfaConfiguration: 'ON',
    SoftwareTokenMfaConfiguration: { Enabled: true },
  })
  const { Session } = (await client.signInWithPassword(email)).body
  const used = await client.respond('SOFTWARE_TOKEN_MFA', Session, {
    SOFTWARE_TOKEN_MFA_CODE: UserCode,
  })
  expect(used.body.message).toBe('Your software token has already been used once.')
  await sandbox.close()
})

test('a directory from before groups, resets, second factors and devices still loads', async () => {
  const first = open()
  await first.client.confirmed()
  await first.sandbox.close()
  const { groups: _, ...content } = JSON.parse(readFileSync(file, 'utf8'))
  const users = content.users.map((user: object) => ({
    ...user,
    resetCode: undefined,
    attributeCodes: undefined,
    mfa: undefined,
    devices: undefined,
  }))
  writeFileSync(file, JSON.stringify({ ...content, users }))
  const { sandbox, client } = open()
  expect((await client.signInWithPassword(email)).status).toBe(200)
  expect((await client.send('ForgotPassword', { Username: email })).status).toBe(200)
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

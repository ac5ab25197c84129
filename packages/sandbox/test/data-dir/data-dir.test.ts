import {
  appendFileSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createSandbox, DataDirError, type SandboxOptions } from '../../src/index.ts'
import { codeAt } from '../support/authenticator.ts'
import { createClient, email, password } from '../support/client.ts'
import { createDevice } from '../support/device.ts'
import { createIdentityClient } from '../support/identity-client.ts'
import { signInWithSrp } from '../support/srp-client.ts'

let dataDir: string
let file: string

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'authchart-'))
  file = join(dataDir, 'sandbox.jsonl')
})
afterEach(() => rmSync(dataDir, { recursive: true }))

function open(options: SandboxOptions = {}) {
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

describe('a directory from before the journal', () => {
  const old = join(import.meta.dirname, '../support/old-data-dir/sandbox.json')

  test('still loads, and its file stays', async () => {
    copyFileSync(old, join(dataDir, 'sandbox.json'))
    const { sandbox, client } = open()
    expect((await client.signInWithPassword(email)).status).toBe(200)
    const { body } = await client.admin('AdminListGroupsForUser', { Username: email })
    expect(body).toMatchObject({ Groups: [{ GroupName: 'staff', Precedence: 1 }] })
    await client.signUp('new@example.com')
    await sandbox.close()
    expect(readFileSync(join(dataDir, 'sandbox.json.migrated'))).toEqual(readFileSync(old))
    const again = open()
    expect((await again.client.control('GET', '/users')).body).toHaveLength(3)
    await again.sandbox.close()
    expect(readdirSync(dataDir).sort()).toEqual(['sandbox.json.migrated', 'sandbox.jsonl'])
  })

  test('and before groups, resets, second factors and devices', async () => {
    const { groups: _, ...content } = JSON.parse(readFileSync(old, 'utf8'))
    const users = content.users.map((user: object) => ({
      ...user,
      resetCode: undefined,
      attributeCodes: undefined,
      mfa: undefined,
      devices: undefined,
    }))
    writeFileSync(join(dataDir, 'sandbox.json'), JSON.stringify({ ...content, users }))
    const { sandbox, client } = open()
    expect((await client.signInWithPassword(email)).status).toBe(200)
    expect((await client.send('ForgotPassword', { Username: email })).status).toBe(200)
    await sandbox.close()
  })

  test.each(['', '{', '{}', '{"version":2}', '[]'])(
    'is rejected and stays unchanged if its file is %j',
    (content) => {
      const path = join(dataDir, 'sandbox.json')
      writeFileSync(path, content)
      expect(() => open()).toThrow(
        /sandbox\.json cannot be read as data of a sandbox: .*Repair it/s,
      )
      expect(readFileSync(path, 'utf8')).toBe(content)
      expect(readdirSync(dataDir)).toEqual(['sandbox.json'])
    },
  )
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

test('is written before the response, for its owner only, without passwords or tokens', async () => {
  const { sandbox, client } = open()
  const { RefreshToken } = await client.signedIn()
  const content = readFileSync(file, 'utf8')
  expect(content).toContain(email)
  await sandbox.close()
  expect(readFileSync(file, 'utf8')).toBe(content)
  expect(content).not.toContain(password)
  expect(content).not.toContain(RefreshToken)
  if (process.platform !== 'win32') expect(statSync(file).mode & 0o077).toBe(0)
})

test('a rejected request writes nothing', async () => {
  const { sandbox, client } = open()
  await client.confirmed()
  const { size } = statSync(file)
  await client.signInWithPassword(email, 'Wr0ng-pass')
  await client.signInWithPassword('unknown@example.com')
  await client.signUp()
  expect(statSync(file).size).toBe(size)
  await sandbox.close()
})

test('a reset empties it', async () => {
  const { sandbox, client } = open()
  await client.confirmed()
  await client.control('POST', '/reset')
  await sandbox.close()
  expect((await open().client.control('GET', '/users')).body).toEqual([])
})

describe('a file that was not written completely', () => {
  const header = async () => {
    const { sandbox, client } = open()
    await client.confirmed()
    await sandbox.close()
    return readFileSync(file, 'utf8')
  }

  test.each(['{"users":[{"username":"jo', '{', '{"users":[]', '\u0000\u0000'])(
    'is read without its last line %j',
    async (torn) => {
      const whole = await header()
      appendFileSync(file, torn)
      const warned = vi.spyOn(process, 'emitWarning').mockImplementation(() => undefined)
      const { sandbox, client } = open()
      expect(warned).toHaveBeenCalledWith(expect.stringContaining('cut off'))
      warned.mockRestore()
      expect(readFileSync(file, 'utf8')).toBe(whole)
      await client.signUp('next@example.com')
      await sandbox.close()
      const again = open()
      expect((await again.client.control('GET', '/users')).body).toHaveLength(2)
      await again.sandbox.close()
    },
  )

  test('is read wherever it was cut off', async () => {
    const { sandbox, client } = open()
    for (const name of ['a', 'b', 'c']) await client.confirmed(`${name}-ä@example.com`)
    await client.admin('CreateGroup', { GroupName: 'staff' })
    await client.admin('AdminDeleteUser', { Username: 'b-ä@example.com' })
    await sandbox.close()
    const whole = readFileSync(file)
    vi.spyOn(process, 'emitWarning').mockImplementation(() => undefined)
    let most = 0
    for (let end = whole.indexOf(10) + 1; end <= whole.length; end += 211) {
      writeFileSync(file, whole.subarray(0, end))
      const again = open()
      const { body } = await again.client.control('GET', '/users')
      const users = body as { attributes: { email: string } }[]
      // Users appear and disappear only by the lines, in their order.
      if (users.length < most)
        expect(users.map(({ attributes }) => attributes.email)).toContain('c-ä@example.com')
      most = Math.max(most, users.length)
      await again.sandbox.close()
    }
    expect(most).toBe(3)
    vi.restoreAllMocks()
  })

  test('is read if only the line feed of the last line is missing', async () => {
    const whole = await header()
    writeFileSync(file, whole.slice(0, -1))
    const { sandbox, client } = open()
    await client.signUp('next@example.com')
    await sandbox.close()
    const again = open()
    expect((await again.client.control('GET', '/users')).body).toHaveLength(2)
    await again.sandbox.close()
  })

  test('is rejected and stays unchanged if another line is broken, without its secrets in the reason', async () => {
    const lines = (await header()).split('\n')
    const broken = [lines[0], `${lines[1]?.slice(0, 200)}`, ...lines.slice(2)].join('\n')
    writeFileSync(file, broken)
    expect(() => open()).toThrow(
      new DataDirError(
        'unreadable',
        file,
        `${file}, line 2, cannot be read as data of a sandbox: It is not JSON. Repair it, or move it away to start empty. Nothing was changed.`,
      ),
    )
    expect(readFileSync(file, 'utf8')).toBe(broken)
    expect(readdirSync(dataDir)).toEqual(['sandbox.jsonl'])
  })

  test.each(['', '{', '{}', '{"version":1}', '{"version":3}\n', '[]', '\n'])(
    'is rejected and stays unchanged if it is %j',
    (content) => {
      writeFileSync(file, content)
      expect(() => open()).toThrow(
        /sandbox\.jsonl.* cannot be read as data of a sandbox: .*Repair/s,
      )
      expect(readFileSync(file, 'utf8')).toBe(content)
    },
  )

  test.each([
    '{"users":{}}',
    '{"users":[{"username":"x"}]}',
    '{"deleted":{"users":"x"}}',
    '{"cleared":"users"}',
    '{"keys":{"id":"x","access":"y"}}',
    '{"groups":[null]}',
    '[]',
    'null',
    '1',
  ])('is rejected and stays unchanged if it has the line %s', async (line) => {
    const content = `${await header()}${line}\n`
    writeFileSync(file, content)
    expect(() => open()).toThrow(/sandbox\.jsonl, line \d+, cannot be read/)
    expect(readFileSync(file, 'utf8')).toBe(content)
  })
})

test('deleted and removed records stay deleted', async () => {
  const first = open()
  await first.client.confirmed()
  await first.client.signUp('gone@example.com')
  await first.client.admin('AdminDeleteUser', { Username: 'gone@example.com' })
  for (const GroupName of ['staff', 'crew']) {
    await first.client.admin('CreateGroup', { GroupName })
    await first.client.admin('AdminAddUserToGroup', { GroupName, Username: email })
  }
  await first.client.admin('DeleteGroup', { GroupName: 'crew' })
  // As after a kill: nothing is written at the end.
  const left = join(dataDir, 'left')
  mkdirSync(left)
  copyFileSync(file, join(left, 'sandbox.jsonl'))
  await first.sandbox.close()

  const { sandbox, client } = open({ dataDir: left })
  expect((await client.control('GET', '/users')).body).toMatchObject([{ groups: ['staff'] }])
  expect((await client.admin('ListGroups')).body).toMatchObject({
    Groups: [{ GroupName: 'staff' }],
  })
  await sandbox.close()
})

test('belongs to one pool', async () => {
  const { sandbox, client } = open()
  await client.confirmed()
  await sandbox.close()
  expect(() => open({ userPoolId: 'us-east-1_Other' })).toThrow(/belongs to the user pool/)
})

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createSandbox, type SandboxOptions } from '../../src/index.ts'
import { createClient, email, errorOf } from '../support/client.ts'
import { passkeyPool, passkeysOf } from '../support/passkeys.ts'

let dataDir: string

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'sandbox-'))
})

afterEach(() => rmSync(dataDir, { recursive: true }))

const start = (options: SandboxOptions = {}) =>
  createSandbox({ dataDir, pool: passkeyPool, ...options })

test('passkeys stay between runs', async () => {
  const first = start()
  const client = createClient(first)
  const { AccessToken } = await client.signedIn()
  const user = passkeysOf(client, AccessToken)
  await user.register()
  const { body } = await user.list()
  await first.close()

  const second = start()
  const later = passkeysOf(createClient(second), AccessToken)
  expect((await later.list()).body).toEqual(body)
  await second.close()
})

test('the token of another app client cannot complete a registration', async () => {
  const first = start({ userPoolClientId: 'first' })
  const { AccessToken } = await createClient(first).signedIn()
  await first.close()

  // The same pool with another client: tokens of both are valid.
  const second = start({ userPoolClientId: 'second' })
  const client = createClient(second)
  const other = (await client.signInWithPassword(email)).body.AuthenticationResult.AccessToken
  const { authenticator, complete, start: startRegistration } = passkeysOf(client, AccessToken)
  const { CredentialCreationOptions } = (await startRegistration()).body
  const credential = await authenticator.create(CredentialCreationOptions)
  expect(errorOf(await complete(credential, other))).toEqual([
    400,
    'WebAuthnClientMismatchException',
    'The access token belongs to another app client than that of the registration.',
  ])
  expect((await complete(credential)).status).toBe(200)
  await second.close()
})

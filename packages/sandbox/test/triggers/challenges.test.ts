import { expect, test } from 'vitest'
import { createSandbox, type PoolOptionsPatch, type Triggers } from '../../src/index.ts'
import { createClient, email, password } from '../support/client.ts'
import { createDevice } from '../support/device.ts'

/** A sandbox whose triggers note their sources, and whether a device was new. */
function begin(pool: PoolOptionsPatch, more: Triggers = {}) {
  const noted: unknown[] = []
  const triggers: Triggers = {
    preTokenGeneration: ({ triggerSource }) => void noted.push(triggerSource),
    postAuthentication: ({ request }) => void noted.push(request.newDeviceUsed),
    ...more,
  }
  return { noted, client: createClient(createSandbox({ pool, triggers })) }
}

test('tokens after a new password say so to the trigger', async () => {
  const { client, noted } = begin({})
  await client.admin('AdminCreateUser', { Username: email, TemporaryPassword: 'Temp0rary!' })
  const { Session } = (await client.signInWithPassword(email, 'Temp0rary!')).body
  expect(noted).toEqual([])
  await client.respond('NEW_PASSWORD_REQUIRED', Session, { NEW_PASSWORD: password })
  expect(noted).toEqual([false, 'TokenGeneration_NewPasswordChallenge'])
})

test('tokens for a device say so to the triggers', async () => {
  const { client, noted } = begin({ DeviceConfiguration: {} })
  const { AccessToken, NewDeviceMetadata } = await client.signedIn()
  if (!NewDeviceMetadata) throw new Error('No new device.')
  const device = createDevice(client, NewDeviceMetadata)
  await device.confirm(AccessToken)
  const { body } = await client.initiate('USER_PASSWORD_AUTH', {
    USERNAME: email,
    PASSWORD: password,
    DEVICE_KEY: device.DeviceKey,
  })
  await device.prove(body.Session)
  expect(noted).toEqual([
    true,
    'TokenGeneration_Authentication',
    false,
    'TokenGeneration_AuthenticateDevice',
  ])
})

test('the custom message trigger words the codes of a second factor', async () => {
  const { client } = begin(
    { MfaConfiguration: 'OPTIONAL', EmailMfaConfiguration: { Message: 'Code {####}' } },
    {
      customMessage: ({ triggerSource, request, response }) => {
        if (triggerSource !== 'CustomMessage_Authentication') return
        response.emailMessage = `Use ${request.codeParameter}`
      },
    },
  )
  await client.confirmed()
  const EmailMfaSettings = { Enabled: true }
  await client.admin('AdminSetUserMFAPreference', { Username: email, EmailMfaSettings })
  await client.signInWithPassword(email)
  const [message] = await client.outbox(email)
  expect(message?.body).toBe(`Use ${message?.code}`)
})

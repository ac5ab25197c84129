import { beforeEach, describe, expect, test } from 'vitest'
import { createSandbox, type Sandbox } from '../../src/index.ts'
import { type Client, createClient, email, password } from '../support/client.ts'
import { freezeTime } from '../support/frozen-time.ts'
import { answerIn, hostedUi } from '../support/hosted-ui.ts'

freezeTime()

let sandbox: Sandbox
let client: Client
let ui: ReturnType<typeof hostedUi>

beforeEach(async () => {
  sandbox = createSandbox()
  client = createClient(sandbox)
  ui = hostedUi(sandbox)
  await client.confirmed()
})

const setPool = (patch: object) => client.control('PATCH', '/pool', patch)

describe('the challenges of a sign-in', () => {
  const Username = email
  const phone = [
    { Name: 'phone_number', Value: '+4915112345678' },
    { Name: 'phone_number_verified', Value: 'true' },
  ]

  beforeEach(async () => {
    await setPool({
      MfaConfiguration: 'OPTIONAL',
      SmsMfaConfiguration: {},
      EmailMfaConfiguration: {},
    })
    await client.admin('AdminUpdateUserAttributes', { Username, UserAttributes: phone })
  })

  test('a chosen code, wrong and right', async () => {
    await client.admin('AdminSetUserMFAPreference', {
      Username,
      SMSMfaSettings: { Enabled: true },
      EmailMfaSettings: { Enabled: true },
    })
    const choice = await ui.signIn(await ui.authorize())
    const challenge = await ui.press(choice, 'Text message')
    expect(challenge.document.body.textContent).toContain('+*********5678')
    const wrong = await ui.press(challenge, 'Sign in', { SMS_MFA_CODE: 'wrong' })
    expect(wrong.problem).toBe('Invalid code or auth state for the user.')
    const SMS_MFA_CODE = await client.lastCode('+4915112345678')
    expect(answerIn(await ui.press(wrong, 'Sign in', { SMS_MFA_CODE }))).toHaveProperty('code')
  })

  test('a session that ended signs no user in', async () => {
    await client.admin('AdminSetUserMFAPreference', {
      Username,
      EmailMfaSettings: { Enabled: true },
    })
    const challenge = await ui.signIn(await ui.authorize())
    const EMAIL_OTP_CODE = await client.lastCode(email)
    await client.advance(3 * 60_000)
    const late = await ui.press(challenge, 'Sign in', { EMAIL_OTP_CODE })
    expect(late.problem).toBe('Invalid session for the user, session is expired.')
    expect(answerIn(await ui.signIn(late)).code).toBeUndefined()
    expect((await ui.authorize()).url.pathname).toBe('/login')
  })

  test('a code that is for this page, not for the API', async () => {
    await client.admin('AdminSetUserMFAPreference', {
      Username,
      EmailMfaSettings: { Enabled: true },
    })
    const { document } = await ui.signIn(await ui.authorize())
    const session = document.querySelector('input[name=session]')?.getAttribute('value') ?? ''
    const EMAIL_OTP_CODE = await client.lastCode(email)
    const { body } = await client.respond('EMAIL_OTP', session, { EMAIL_OTP_CODE })
    expect(body.message).toBe('Invalid session for the user.')
  })

  test('a new password, with attributes that are missing', async () => {
    await client.admin('AdminSetUserPassword', { Username, Password: password, Permanent: false })
    const challenge = await ui.signIn(await ui.authorize())
    const weak = await ui.press(challenge, 'Change and sign in', { NEW_PASSWORD: 'weak' })
    expect(weak.problem).toMatch(/^Password does not conform to policy/)
    const done = await ui.press(weak, 'Change and sign in', { NEW_PASSWORD: 'N3w-password' })
    expect(answerIn(done)).toHaveProperty('code')
    expect((await client.signInWithPassword(email, 'N3w-password')).status).toBe(200)
  })

  test('a second factor that is not set up: the page says so', async () => {
    await setPool({
      MfaConfiguration: 'ON',
      SmsMfaConfiguration: null,
      EmailMfaConfiguration: null,
      SoftwareTokenMfaConfiguration: { Enabled: true },
    })
    const page = await ui.signIn(await ui.authorize())
    expect([page.status, page.problem]).toEqual([400, expect.stringContaining('MFA_SETUP')])
  })
})

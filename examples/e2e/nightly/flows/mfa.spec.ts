import { otherThan } from '../../support/codes.ts'
import { addApp, createMfaUser, masked, maskedPhone, phone, turnOn } from '../../support/mfa.ts'
import { createUser } from '../../support/person.ts'
import { mfaPool, totpPool } from '../../support/pools.ts'
import { expect, test } from '../../support/test.ts'
import { signIn } from '../../support/visitor.ts'

const kinds = [
  { factor: 'SMSMfaSettings', by: 'text message' },
  { factor: 'EmailMfaSettings', by: 'email' },
] as const

for (const { factor, by } of kinds) {
  test(`a code by ${by}: where it went, a wrong one, the right one`, async ({
    app,
    cognito,
    person,
  }) => {
    const isSms = factor === 'SMSMfaSettings'
    await createMfaUser(cognito, person, factor)
    await app.open()
    await app.signIn.submit(person)
    await app.expectRoute('confirmSignIn')
    await expect(app.main).toContainText(`by ${by} to ${isSms ? maskedPhone : masked(person)}`)
    const code = await cognito.lastCode(isSms ? phone : person.email)
    await app.confirmSignIn.submit(otherThan(code))
    await expect(app.alert).toContainText('not the code')
    await expect(app.confirmSignIn.code).toHaveAttribute('aria-invalid', 'true')
    await expect(app.confirmSignIn.code).toBeFocused()
    await expect(app.confirmSignIn.code).toHaveValue('')
    expect(await app.storedToken('accessToken')).toBeUndefined()

    await app.confirmSignIn.submit(code)
    await app.expectRoute('signedIn')
  })
}

test('a choice between all three, and the code of the one that was chosen', async ({
  app,
  canary,
  cognito,
  person,
  visitor,
}) => {
  await createMfaUser(cognito, person, 'SMSMfaSettings')
  await cognito.administer('AdminSetUserMFAPreference', person.email, {
    SMSMfaSettings: { Enabled: false },
  })
  const secret = await addApp(cognito, canary, person, 'Work phone')
  await turnOn(cognito, person, 'SMSMfaSettings', 'EmailMfaSettings', 'SoftwareTokenMfaSettings')
  await signIn(visitor)
  await app.expectRoute('selectMfaType')
  await expect(app.selectMfaType.choices).toHaveCount(3)
  await app.selectMfaType.choose(app.selectMfaType.sms)
  await app.expectRoute('confirmSignIn')
  await expect(app.main).toContainText(maskedPhone)
  await app.back.click()
  await app.expectRoute('signIn')
  await expect(app.signIn.email).toHaveValue(person.email)

  await app.signIn.submit(person)
  await app.expectRoute('selectMfaType')
  await app.selectMfaType.choose(app.selectMfaType.app)
  await app.expectRoute('confirmSignIn')
  await expect(app.main).toContainText('Open Work phone and type the code')
  const code = await canary.totpCode(secret, cognito.now)
  await app.confirmSignIn.submit(otherThan(code))
  await expect(app.alert).toContainText('not the code')
  await app.confirmSignIn.submit(code)
  await app.expectRoute('signedIn')
})

test('an authenticator app set up on the way in, and asked for the next time', async ({
  app,
  canary,
  cognito,
  person,
  visitor,
}) => {
  await cognito.patchPool(totpPool)
  await createUser(cognito, person)
  await signIn(visitor)
  await app.expectRoute('setupTotp')
  const secret = await app.setupTotp.readSecret()
  const account = `Authchart:${encodeURIComponent(person.email)}`
  const uri = `otpauth://totp/${account}?secret=${secret}&issuer=Authchart`
  expect(await app.setupTotp.readPicture()).toBe(uri)

  const code = await canary.totpCode(secret, cognito.now)
  await app.setupTotp.submit(otherThan(code))
  await expect(app.alert).toContainText('not the code')
  await expect(app.setupTotp.code).toBeFocused()
  expect(await app.setupTotp.readSecret()).toBe(secret)
  await app.setupTotp.deviceName.fill('Blue phone')
  await app.setupTotp.submit(code)
  await app.expectRoute('signedIn')
  await app.signedIn.signOut.click()
  await app.expectRoute('signIn')

  await cognito.advance(60_000)
  await app.signIn.submit(person)
  await app.expectRoute('confirmSignIn')
  await expect(app.main).toContainText('Blue phone')
  await app.confirmSignIn.submit(await canary.totpCode(secret, cognito.now))
  await app.expectRoute('signedIn')
})

test('the set-up of an app right after signing up', async ({ app, canary, cognito, person }) => {
  await cognito.patchPool(totpPool)
  await app.register(person)
  await app.confirmSignUp.submit(await cognito.lastCode(person.email))
  await app.expectRoute('setupTotp')
  const secret = await app.setupTotp.readSecret()
  await app.setupTotp.submit(await canary.totpCode(secret, cognito.now))
  await app.expectRoute('signedIn')
})

test('a key that does not come can be asked for again', async ({
  app,
  canary,
  cognito,
  person,
  visitor,
}) => {
  await cognito.patchPool(totpPool)
  await createUser(cognito, person)
  await cognito.addFault({ operation: 'AssociateSoftwareToken', drop: true })
  await signIn(visitor)
  await app.expectRoute('setupTotp')
  await expect(app.alert).toContainText('cannot be reached')
  await expect(app.setupTotp.secret).toBeHidden()
  await cognito.clearFaults()
  await app.setupTotp.retry.click()
  const secret = await app.setupTotp.readSecret()

  await cognito.addFault({ operation: 'RespondToAuthChallenge', times: 1, status: 503, body: '' })
  await app.setupTotp.submit(await canary.totpCode(secret, cognito.now))
  await expect(app.main).toContainText('Your app is set up, but')
  await expect(app.alert).toContainText('not answering properly')
  await app.setupTotp.retry.click()
  await app.expectRoute('signedIn')
})

test('a choice of what to set up: an e-mail address, its code, and in', async ({
  app,
  cognito,
  person,
  visitor,
}) => {
  const email = `second.${person.email}`
  await cognito.patchPool({ ...mfaPool('ON'), AutoVerifiedAttributes: [] })
  await createUser(cognito, person, { email_verified: 'false' })
  await signIn(visitor)
  await app.expectRoute('selectMfaType')
  await expect(app.main).toContainText('needs a second step')
  await expect(app.selectMfaType.choices).toHaveCount(2)
  await app.selectMfaType.choose(app.selectMfaType.email)
  await app.expectRoute('setupEmail')
  await app.setupEmail.submit('nobody')
  await expect(app.alert).toContainText('does not look like an email')
  await expect(app.setupEmail.email).toBeFocused()
  await app.setupEmail.submit(email)
  await app.expectRoute('confirmSignIn')
  await app.confirmSignIn.submit(await cognito.lastCode(email))
  await app.expectRoute('signedIn')
  await expect(app.main).toContainText(email)
})

test('the set-up can be left', async ({ app, cognito, person, visitor }) => {
  await cognito.patchPool(totpPool)
  await createUser(cognito, person)
  await signIn(visitor)
  await app.expectRoute('setupTotp')
  await app.setupTotp.leave.click()
  await app.expectRoute('signIn')
  await expect(app.alert).toBeEmpty()
  await expect(app.signIn.email).toHaveValue(person.email)
})

import { phone } from '../../support/mfa.ts'
import { challengeSteps, take } from '../../support/steps.ts'
import { expect, test } from '../../support/test.ts'
import { signIn } from '../../support/visitor.ts'

const threeMinutes = 3 * 60_000

for (const step of challengeSteps) {
  test(`${step.name}: expired, said on the sign-in screen with the e-mail kept`, async ({
    app,
    cognito,
    person,
    visitor,
  }) => {
    await take(step, visitor)
    await step.fill(visitor)
    await cognito.advance(threeMinutes)
    await step.submit(app).click()
    await app.expectRoute('signIn')
    await expect(app.alert).toContainText('took too long')
    await expect(app.signIn.email).toHaveValue(person.email)
    await expect(app.signIn.password).toHaveValue('')
    await expect(app.heading).toBeFocused()
    expect(await app.storedToken('accessToken')).toBeUndefined()
  })
}

const [byText] = challengeSteps
if (!byText) throw new Error('There are no challenges')

test('who starts over after that gets in', async ({ app, cognito, visitor }) => {
  await take(byText, visitor)
  await cognito.advance(threeMinutes)
  await byText.fill(visitor)
  await byText.submit(app).click()
  await app.expectRoute('signIn')
  await signIn(visitor)
  await app.expectRoute('confirmSignIn')
  await byText.fill(visitor)
  await byText.submit(app).click()
  await app.expectRoute('signedIn')
})

test('a challenge that was answered elsewhere says so', async ({ app, cognito, page, visitor }) => {
  await take(byText, visitor)
  await byText.fill(visitor)
  const pending = await page.evaluate(() => Object.values(sessionStorage).join())
  const { session, username } = JSON.parse(pending).challenge as Record<string, string>
  await cognito.call('RespondToAuthChallenge', {
    ClientId: cognito.config.userPoolClientId,
    ChallengeName: 'SMS_MFA',
    Session: session,
    ChallengeResponses: { USERNAME: username, SMS_MFA_CODE: await cognito.lastCode(phone) },
  })
  await byText.submit(app).click()
  await app.expectRoute('signIn')
  await expect(app.alert).toContainText('already continued')
  await expect(app.signIn.email).toHaveValue(visitor.person.email)
  await expect(app.heading).toBeFocused()
})

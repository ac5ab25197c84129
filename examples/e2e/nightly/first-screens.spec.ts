import type { Page } from '@playwright/test'
import type { AppModel } from '../models/app.model.ts'
import type { LocalCognito } from '../support/local-cognito.ts'
import { enterAndCreatePasskey, expect, signOutUntouched, test } from '../support/passwordless.ts'
import { createUser, invite, openWithoutPassword } from '../support/person.ts'
import { operationOf } from '../support/requests.ts'

test.describe.configure({ timeout: 180_000 })

/** What belongs to one sign-in or to one user: it has to differ. Session, challenges, ids of passkeys, SRP, destinations. */
const ownValues =
  /"(Session|challenge|id|SRP_B|SALT|SECRET_BLOCK|USER_ID_FOR_SRP|USERNAME|CODE_DELIVERY_DESTINATION)":"([^"]*)"/g

/** An answer with the length of each of these values in its place. */
function masked(answer: string): string {
  return answer
    .replaceAll('\\"', '"')
    .replace(ownValues, (_, key: string, value: string) => `"${key}":${value.length}`)
}

/** The first screen, and what Cognito answers to the user name alone. */
async function firstScreens(app: AppModel, page: Page, email: string) {
  await page.goto('about:blank')
  await page.context().clearCookies()
  await app.open()
  await page.evaluate(() => {
    localStorage.clear()
    sessionStorage.clear()
  })
  await app.reload()
  await app.expectRoute('signIn')
  const screen = await app.main.innerHTML()
  const answered = page.waitForResponse(
    (response) => operationOf(response.request()) === 'InitiateAuth',
  )
  await app.signIn.submitName({ email })
  const answer = await (await answered).text()
  await app.expectRoute('selectFactor')
  return { screen, answer: masked(answer), offers: await app.selectFactor.offers() }
}

/** The answer to a request for one factor, or for none. */
async function initiate(cognito: LocalCognito, email: string, factor?: string): Promise<string> {
  const answer = await cognito.call('InitiateAuth', {
    ClientId: cognito.config.userPoolClientId,
    AuthFlow: 'USER_AUTH',
    AuthParameters: { USERNAME: email, ...(factor && { PREFERRED_CHALLENGE: factor }) },
  })
  return masked(JSON.stringify(answer))
}

test('the first screen is the same for all users, and an unknown user looks like a known one', async ({
  app,
  authenticator,
  canary,
  cognito,
  page,
}) => {
  // No phones: an unknown name may look like one that has one.
  await cognito.patchPool({
    Policies: {
      SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP', 'WEB_AUTHN'] },
    },
  })
  const userOf = (email: string) => ({ email, password: canary.password() })
  // Names of one length: values that are derived from them have one, too.
  const passwordUser = userOf('user1@example.com')
  const passwordless = userOf('user2@example.com')
  const everything = userOf('user3@example.com')
  const invited = userOf('user4@example.com')
  const passkeyUser = userOf('user5@example.com')
  const strangers = [...Array(40).keys()].map((number) => `nam${10 + number}@example.com`)
  await createUser(cognito, passwordUser)
  await invite(cognito, invited)
  await createUser(cognito, everything)
  await openWithoutPassword(cognito, passwordless)
  await enterAndCreatePasskey(app, everything)
  expect(await authenticator.credentials()).toHaveLength(1)
  await signOutUntouched(app, authenticator)
  await openWithoutPassword(cognito, passkeyUser)
  await app.signIn.submitName(passkeyUser)
  await app.selectFactor.email.click()
  await app.expectRoute('confirmSignIn')
  await app.confirmSignIn.submit(await cognito.lastCode(passkeyUser.email))
  await app.expectRoute('passkeyPrompt')
  await authenticator.isTouched(true)
  await app.passkeyPrompt.create.click()
  await app.expectRoute('signedIn')
  await signOutUntouched(app, authenticator)

  const known = {
    password: await firstScreens(app, page, passwordUser.email),
    passwordless: await firstScreens(app, page, passwordless.email),
    everything: await firstScreens(app, page, everything.email),
    invited: await firstScreens(app, page, invited.email),
    passkey: await firstScreens(app, page, passkeyUser.email),
  }
  const unknown = await Promise.all(strangers.map((email) => initiate(cognito, email)))
  const shown = await firstScreens(app, page, String(strangers[0]))

  const screens = [...Object.values(known), shown].map(({ screen }) => screen)
  expect(new Set(screens).size).toBe(1)
  // A name without a user has one of these forms, drawn from the name.
  const answers = Object.values(known).map(({ answer }) => answer)
  expect(new Set(answers).size).toBe(5)
  expect(answers).toContain(shown.answer)
  expect(Object.values(known).map(({ offers }) => offers)).toContainEqual(shown.offers)
  for (const answer of unknown) expect(answers).toContain(answer)
  expect(new Set(unknown).size).toBeGreaterThan(2)

  const people = [passwordUser, passwordless, everything, invited, passkeyUser]
  for (const factor of ['PASSWORD', 'PASSWORD_SRP', 'EMAIL_OTP', 'WEB_AUTHN']) {
    const forms = await Promise.all(people.map(({ email }) => initiate(cognito, email, factor)))
    for (const email of strangers) {
      expect(forms, factor).toContain(await initiate(cognito, email, factor))
    }
  }
})

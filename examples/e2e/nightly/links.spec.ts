import type { AppModel } from '../models/app.model.ts'
import { text, titleOf } from '../models/texts.ts'
import { expectAccessible } from '../support/axe.ts'
import { otherThan } from '../support/codes.ts'
import { pressTo } from '../support/keyboard.ts'
import { LocalCognito } from '../support/local-cognito.ts'
import { lastLink, linkTrigger, withCode, withoutCode } from '../support/mail-links.ts'
import { type Person, signUp } from '../support/person.ts'
import { expectCleanAddress } from '../support/redirects.ts'
import { test as base, expect } from '../support/test.ts'

const hour = 3_600_000

/** Each page is in a browser of its own, without anything stored. The mails are those of the guide. */
const test = base.extend<object, { cognito: LocalCognito }>({
  cognito: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern
    async ({}, use) => {
      const cognito = await LocalCognito.start(await linkTrigger())
      await use(cognito)
      await cognito.goDown()
    },
    { scope: 'worker' },
  ],
})

/** Opens a link of a mail. The page removes what the link has added to its address. */
async function follow({ page }: AppModel, link: string): Promise<void> {
  await page.goto(link)
  await expect.poll(() => page.evaluate(() => location.search)).toBe('')
  await expectCleanAddress(page)
}

/** Requests a mail to reset the password, as another app would. */
async function forgetPassword(cognito: LocalCognito, { email }: Person): Promise<string> {
  const { userPoolClientId } = cognito.config
  await cognito.call('ForgotPassword', { ClientId: userPoolClientId, Username: email })
  return lastLink(cognito, email)
}

/** After a confirmation in a browser that does not know the password. */
async function expectConfirmed(app: AppModel, { email, password }: Person): Promise<void> {
  await app.expectRoute('signIn')
  await expect(app.status).toContainText(text('notice.signUpConfirmed'))
  await expect(app.signIn.email).toHaveValue(email)
  await app.signIn.password.fill(password)
  await app.signIn.signIn.click()
  await app.expectRoute('signedIn')
}

test('the link of a sign-up opens the screen with its code, in another browser', async ({
  app,
  cognito,
  otherDevice,
  page,
  person,
}) => {
  await otherDevice.register(person)
  await follow(app, await lastLink(cognito, person.email))
  await app.expectRoute('confirmSignUp')
  await expect(app.main).toContainText(person.email)
  const { code, confirm } = app.confirmSignUp
  await expect(code).toHaveValue(await cognito.lastCode(person.email))
  await expectAccessible(page)
  // As on each page that was just opened, the focus is at its start.
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY')
  await pressTo(code)
  await pressTo(confirm)
  await page.keyboard.press('Enter')
  await app.expectRoute('signIn')
  await expect(app.heading).toBeFocused()
  await expectConfirmed(app, person)
  await expectCleanAddress(page)
})

test('the link of a sign-up without a code opens the screen to type it', async ({
  app,
  cognito,
  person,
}) => {
  await signUp(cognito, person)
  await follow(app, withoutCode(await lastLink(cognito, person.email)))
  await app.expectRoute('confirmSignUp')
  await expect(app.confirmSignUp.code).toHaveValue('')
  await pressTo(app.confirmSignUp.code)
  await app.page.keyboard.type(await cognito.lastCode(person.email))
  await app.page.keyboard.press('Enter')
  await expectConfirmed(app, person)
})

test('link and code both work: whichever is first', async ({
  app,
  cognito,
  otherDevice,
  person,
}) => {
  await otherDevice.register(person)
  const code = await cognito.lastCode(person.email)
  await follow(app, await lastLink(cognito, person.email))
  await app.expectRoute('confirmSignUp')
  await otherDevice.confirmSignUp.submit(code)
  await otherDevice.expectRoute('signedIn')
  await app.confirmSignUp.confirm.click()
  await expectConfirmed(app, person)
})

test('the code is typed where the user signed up, after the link was opened', async ({
  app,
  cognito,
  otherDevice,
  person,
}) => {
  await otherDevice.register(person)
  const code = await cognito.lastCode(person.email)
  await follow(app, await lastLink(cognito, person.email))
  await app.confirmSignUp.confirm.click()
  await app.expectRoute('signIn')
  await otherDevice.confirmSignUp.submit(code)
  await otherDevice.expectRoute('signedIn')
})

test('the link to reset a password opens the screen with its code', async ({
  app,
  canary,
  cognito,
  member,
  page,
}) => {
  await follow(app, await forgetPassword(cognito, member))
  await app.expectRoute('resetPassword')
  await expect(app.main).toContainText(member.email)
  const { code, password, confirm } = app.resetPassword
  await expect(code).toHaveValue(await cognito.lastCode(member.email))
  await expectAccessible(page)
  await confirm.click()
  await expect(password.input).toBeFocused()
  await expect(app.alert).toContainText(text('problem.required'))
  await page.keyboard.type(canary.password())
  await page.keyboard.press('Enter')
  await app.expectRoute('signedIn')
})

test('the link to reset a password without a code opens the screen to type it', async ({
  app,
  canary,
  cognito,
  member,
}) => {
  await follow(app, withoutCode(await forgetPassword(cognito, member)))
  await app.expectRoute('resetPassword')
  await expect(app.resetPassword.code).toHaveValue('')
  await app.resetPassword.submitBoth(await cognito.lastCode(member.email), canary.password())
  await app.expectRoute('signedIn')
})

test('a wrong code of a link is rejected at its field, and the right one is typed there', async ({
  app,
  cognito,
  page,
  person,
}) => {
  await signUp(cognito, person)
  const right = await cognito.lastCode(person.email)
  await follow(app, withCode(await lastLink(cognito, person.email), otherThan(right)))
  const { code, confirm } = app.confirmSignUp
  await expect(code).toHaveValue(otherThan(right))
  await confirm.click()
  await expect(app.alert).toContainText(text('failure.codeMismatch'))
  await expect(code).toHaveAttribute('aria-invalid', 'true')
  await expect(code).toBeFocused()
  await expect(code).toHaveValue('')
  await page.keyboard.type(right)
  await page.keyboard.press('Enter')
  await expectConfirmed(app, person)
})

test('a sign-up link that has expired: another mail has another link', async ({
  app,
  cognito,
  person,
}) => {
  await signUp(cognito, person)
  const old = await lastLink(cognito, person.email)
  await cognito.advance(25 * hour)
  await follow(app, old)
  const { code, confirm, resend } = app.confirmSignUp
  await confirm.click()
  await expect(app.alert).toContainText(text('failure.codeExpired'))
  await expect(code).toBeFocused()
  await expect(code).toHaveValue('')

  await resend.click()
  await expect(app.status).toContainText(text('notice.codeSent'))
  const link = await lastLink(cognito, person.email)
  expect(link).not.toBe(old)
  await follow(app, link)
  await expect(code).toHaveValue(await cognito.lastCode(person.email))
  await confirm.click()
  await expectConfirmed(app, person)
})

test('a link to reset a password that was used, and one that has expired', async ({
  app,
  canary,
  cognito,
  member,
  otherDevice,
}) => {
  const used = await forgetPassword(cognito, member)
  await follow(otherDevice, used)
  await otherDevice.resetPassword.password.input.fill(canary.password())
  await otherDevice.resetPassword.confirm.click()
  await otherDevice.expectRoute('signedIn')

  const { code, confirm, password } = app.resetPassword
  const next = canary.password()
  const expectExpired = async () => {
    await password.input.fill(next)
    await confirm.click()
    await expect(app.alert).toContainText(text('failure.codeExpired'))
    await expect(code).toBeFocused()
    await expect(code).toHaveValue('')
    await expect(password.input).toHaveValue(next)
  }
  await follow(app, used)
  await expectExpired()
  const old = await forgetPassword(cognito, member)
  await cognito.advance(2 * hour)
  await follow(app, old)
  await expectExpired()

  await follow(app, await forgetPassword(cognito, member))
  await password.input.fill(next)
  await confirm.click()
  await app.expectRoute('signedIn')
})

test('while a user is signed in a link waits; it opens after the sign-out', async ({
  app,
  canary,
  cognito,
  member,
}) => {
  const ada: Person = { email: 'ada@example.com', password: canary.password() }
  await signUp(cognito, ada)
  await app.enter(member)
  await follow(app, await lastLink(cognito, ada.email))
  await app.expectRoute('signedIn')
  await expect(app.status).toContainText(text('notice.linkWaits'))
  await app.signedIn.signOut.click()
  await app.expectRoute('confirmSignUp')
  await expect(app.heading).toBeFocused()
  await expect(app.main).toContainText(ada.email)
  await expect(app.confirmSignUp.code).toHaveValue(await cognito.lastCode(ada.email))
  await app.confirmSignUp.confirm.click()
  await expectConfirmed(app, ada)
})

test('a reload shows the screen again, without the code; back does not open it', async ({
  app,
  cognito,
  member,
  page,
}) => {
  await app.open()
  await app.expectRoute('signIn')
  await follow(app, await forgetPassword(cognito, member))
  await app.expectRoute('resetPassword')
  await app.reload()
  await app.expectRoute('resetPassword')
  await expect(app.main).toContainText(member.email)
  await expect(app.resetPassword.code).toHaveValue('')
  await app.back.click()
  await app.expectRoute('signIn')
  await page.goBack()
  await app.expectRoute('signIn')
  await expectCleanAddress(page)
})

test('what else is in the address stays; no request has the code as its referrer', async ({
  app,
  cognito,
  page,
  person,
}) => {
  await signUp(cognito, person)
  const code = await cognito.lastCode(person.email)
  const referrers: (string | undefined)[] = []
  page.on('request', async (request) => {
    referrers.push((await request.allHeaders()).referer)
  })
  const link = await lastLink(cognito, person.email)
  await page.goto(`${link.replace('?', '?lang=de&')}#devices`)
  await expect(page.locator('input[name="code"]')).toHaveValue(code)
  await expect(app.heading).not.toHaveText(titleOf('confirmSignUp'))
  await expectCleanAddress(page)
  const { origin, search, hash } = new URL(page.url())
  expect({ search, hash }).toEqual({ search: '?lang=de', hash: '#devices' })
  expect(new Set(referrers)).toEqual(new Set([undefined, `${origin}/`]))
})

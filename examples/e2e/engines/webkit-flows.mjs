import assert from 'node:assert/strict'
import { english } from '@authchart/machine/words'

const { texts } = english

const password = 'Correct-horse-7'
let number = 0
const newEmail = () => `ada.${++number}@example.com`

/** What is done in each app; `cognito` is a sandbox, `browser` begins at the sign-in page. */
export const flows = {
  async 'signs up, confirms, reloads, signs out and in'({ browser, cognito }) {
    const email = newEmail()
    await signUp(browser, email)
    await browser.fill(texts['field.code'], await cognito.code(email))
    await browser.press(texts['submit.confirmSignUp'])
    await browser.route('signedIn')
    await browser.reload()
    await browser.route('signedIn')
    await browser.press(texts['action.signOut'])
    await browser.route('signIn')
    await signIn(browser, email)
    await browser.route('signedIn')
  },

  async 'a wrong password is taken out of its field'({ browser, cognito }) {
    const email = await member(cognito)
    await signIn(browser, email, 'Wrong-horse-7')
    await browser.says(texts['failure.incorrectCredentials'])
    await browser.until(
      'an empty password',
      async () => (await browser.valueOf(texts['field.password'])) === '',
    )
    assert.equal(await browser.valueOf(texts['field.email']), email)
    await browser.fill(texts['field.password'], password)
    await browser.press(texts['submit.signIn'])
    await browser.route('signedIn')
  },

  async 'a wrong code is taken out of its field'({ browser, cognito }) {
    const email = newEmail()
    await signUp(browser, email)
    await browser.fill(texts['field.code'], '000000')
    await browser.press(texts['submit.confirmSignUp'])
    await browser.until('an empty code', async () => {
      const said = await browser.run(
        `return document.querySelector('[role=alert]:not(:empty)').textContent`,
      )
      return said !== '' && (await browser.valueOf(texts['field.code'])) === ''
    })
    await browser.fill(texts['field.code'], await cognito.code(email))
    await browser.press(texts['submit.confirmSignUp'])
    await browser.route('signedIn')
  },

  async 'a code of another browser is typed here'({ browser, cognito }) {
    const email = newEmail()
    await cognito.signUp(email, password)
    await browser.press(texts['action.goSignUp'])
    await browser.route('signUp')
    await browser.fill(texts['field.email'], email)
    await browser.press(texts['action.haveCode'])
    await browser.route('confirmSignUp')
    await browser.fill(texts['field.code'], await cognito.code(email))
    await browser.press(texts['submit.confirmSignUp'])
    await browser.route('signIn')
    await browser.fill(texts['field.password'], password)
    await browser.press(texts['submit.signIn'])
    await browser.route('signedIn')
  },

  async 'a forgotten password is reset'({ browser, cognito }) {
    const email = await member(cognito)
    await browser.press(texts['action.goForgotPassword'])
    await browser.route('forgotPassword')
    await browser.fill(texts['field.email'], email)
    await browser.press(texts['submit.forgotPassword'])
    await browser.route('resetPassword')
    await browser.fill(texts['field.code'], await cognito.code(email))
    await browser.fill(texts['field.newPassword'], 'Another-horse-8')
    await browser.press(texts['submit.resetPassword'])
    await browser.route('signedIn')
  },

  async 'a sign-in needs a code by e-mail'({ browser, cognito }) {
    const email = await member(cognito)
    await cognito.preferEmail(email)
    await signIn(browser, email)
    await browser.route('confirmSignIn')
    await browser.fill(texts['field.code'], await cognito.code(email))
    await browser.press(texts['submit.confirmSignIn'])
    await browser.route('signedIn')
  },

  async 'a sign-out and a sign-in reach the other tab, and are not announced twice'({
    browser,
    cognito,
  }) {
    const email = await member(cognito)
    await signIn(browser, email)
    await browser.route('signedIn')
    const first = await browser.window()
    const { origin } = new URL(await browser.url())
    const second = await browser.newTab()
    await browser.go(`${origin}/`)
    await browser.route('signedIn')
    await browser.switchTo(first)
    await browser.press(texts['action.signOut'])
    await browser.route('signIn')
    await browser.switchTo(second)
    await browser.route('signIn')
    await browser.says(texts['notice.signedOutElsewhere'])
    await signIn(browser, email)
    await browser.route('signedIn')
    await browser.switchTo(first)
    await browser.route('signedIn')
    const seen = await browser.run('return document.body.innerText')
    assert.ok(!seen.includes(texts['failure.sessionRevoked']))
    await browser.switchTo(second)
    await browser.closeTab()
    await browser.switchTo(first)
  },

  async 'the hosted UI, and back'({ browser }) {
    await browser.press('Continue with Google')
    await browser.until('a page of the provider', async () =>
      (await browser.url()).includes('/_idp/'),
    )
    await browser.run(`document.querySelector('form button').click()`)
    await browser.route('signedIn')
    assert.equal(new URL(await browser.url()).search, '')
  },
}

/** With tokens in cookies, on http://localhost. */
export const cookieFlows = {
  async 'a session in cookies stays on plain http'({ browser, cognito }) {
    const email = await member(cognito)
    await signIn(browser, email)
    await browser.route('signedIn')
    assert.match(await browser.run('return document.cookie'), /accessToken=/)
    await browser.reload()
    await browser.route('signedIn')
    await browser.press(texts['action.signOut'])
    await browser.route('signIn')
    assert.doesNotMatch(await browser.run('return document.cookie'), /accessToken=/)
  },
}

async function member(cognito) {
  const email = newEmail()
  await cognito.member(email, password)
  return email
}

async function signUp(browser, email) {
  await browser.press(texts['action.goSignUp'])
  await browser.route('signUp')
  await browser.fill(texts['field.email'], email)
  await browser.fill(texts['field.password'], password)
  await browser.press(texts['submit.signUp'])
  await browser.route('confirmSignUp')
}

async function signIn(browser, email, secret = password) {
  await browser.fill(texts['field.email'], email)
  await browser.fill(texts['field.password'], secret)
  await browser.press(texts['submit.signIn'])
}

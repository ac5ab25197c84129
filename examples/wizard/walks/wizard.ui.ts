import { absent, defineUi, payloads } from '@authchart/testing'
import type { Page } from '@playwright/test'

/** Every screen but those that only wait has a title of its own. */
const titled = (title: string | RegExp) => (page: Page) =>
  page.getByRole('heading', { level: 1, name: title })

const saying = (text: string) => (page: Page) => page.getByText(text)
/** A failure covers everything until the user closes it. */
async function readFailure(page: Page) {
  const ok = page.getByRole('button', { name: 'OK' })
  if (await ok.isVisible()) await ok.click()
}

const touch = (role: 'link' | 'button') => (name: string | RegExp) => async (page: Page) => {
  await readFailure(page)
  await page.getByRole(role, { name, exact: true }).first().click()
}
const follow = touch('link')
const press = touch('button')

/** What is answered: by the question's label the text, or by the label of a choice `true`. */
type Answers = Readonly<Record<string, string | true>>

/** All questions of a screen, or of a topic of the settings, from the first one on. */
async function answer(page: Page, answers: Answers, topic?: string) {
  await (topic ? open(page, topic) : readFailure(page))
  const form = page.locator('main form')
  const back = form.getByRole('button', { name: 'Back' })
  while (await back.isVisible()) await back.click()
  for (const [label, value] of Object.entries(answers)) {
    const field = form.getByLabel(label, { exact: true })
    await (value === true ? field.check() : field.fill(value))
    await form.locator('[type=submit]').click()
  }
}

const again = 'New password again'
const twice = (password: string): Answers => ({ 'New password': password, [again]: password })

/** A topic of the settings, in their drawer at the side. */
async function open(page: Page, topic: string) {
  await readFailure(page)
  const topics = page.locator('aside')
  if (!(await topics.isVisible())) await page.getByRole('link', { name: 'Settings' }).click()
  await topics.getByRole('link', { name: topic }).click()
}

const inSettings = (topic: string, button: string) => async (page: Page) => {
  await open(page, topic)
  await page.locator('aside').getByRole('button', { name: button, exact: true }).first().click()
}

const who = 'Username or e-mail'
const mfaLabels = { SMS: 'Text message', TOTP: 'Authenticator app', EMAIL: 'E-mail' }

/** All actions whose names end alike, where one touches the same thing for them. */
function alike<End extends string>(end: End, act: (page: Page) => Promise<void>) {
  type Type = Extract<keyof typeof payloads, `${string}${End}`>
  const types = Object.keys(payloads).filter((type) => type.endsWith(end))
  return Object.fromEntries(types.map((type) => [type, act])) as Record<Type, typeof act>
}

export const wizardUi = defineUi<Page>({
  routes: {
    restoring: saying('Just a moment…'),
    redirecting: saying('Redirecting…'),
    signingOut: saying('Goodbye…'),
    signIn: titled('Who are you?'),
    confirmSignIn: titled('Is it really you?'),
    customChallenge: titled('A question for you'),
    selectMfaType: titled(/^(Choose a second factor|How do you prove it is you\?)$/),
    setupTotp: titled('Set up an authenticator app'),
    setupEmail: titled('Where may codes go?'),
    newPassword: titled('Choose a password of your own'),
    signUp: titled('A new account'),
    confirmSignUp: titled(/^Nearly there/),
    forgotPassword: titled('A lost password'),
    resetPassword: titled(/^A new password for/),
    verifyContact: titled('How can we reach you?'),
    confirmContact: titled('Is that yours?'),
    signedIn: titled(/^Hello/),
  },

  actions: {
    ...alike('.cancel', press('Stop')),
    ...alike('.resend', follow('Send another code')),
    ...alike('.skip', follow('Later')),
    'go.signIn': follow(/^(Start again|I have an account|I know it again|Back to the start)$/),
    'go.signUp': follow('I have no account yet'),
    'go.forgotPassword': follow('I have lost my password'),
    'go.confirmSignUp': absent('codes are typed where they were requested'),
    'go.resetPassword': absent('codes are typed where they were requested'),
    'go.signedIn': follow('Go there'),
    'signIn.submit': (page, { username, password = '' }) =>
      answer(page, { [who]: username, Password: password }),
    'signIn.redirect': follow('Go on with Google'),
    'signUp.redirect': follow('Go on with Google'),
    'signIn.federate': absent('this app has no tokens of other providers'),
    'redirecting.cancel': follow('Stay here'),
    'confirmSignIn.submit': (page, { code, rememberDevice }) =>
      answer(page, { Code: code, [rememberDevice ? 'No, it is mine' : 'Yes, every time']: true }),
    'customChallenge.submit': (page, form) => answer(page, { 'Your answer': form.answer }),
    'selectMfaType.submit': (page, { mfaType }) => answer(page, { [mfaLabels[mfaType]]: true }),
    'setupEmail.submit': (page, { email }) => answer(page, { 'E-mail': email }),
    'newPassword.submit': (page, { password, attributes }) =>
      answer(page, { 'Your given name': attributes?.given_name ?? '', ...twice(password) }),
    'setupTotp.submit': (page, { code, deviceName = '' }) =>
      answer(page, { 'Code in the app': code, 'A name for the app': deviceName }),
    'setupTotp.retry': press(/^(Get a key|Finish)$/),
    'setupTotp.leave': follow('Not now'),
    'signUp.submit': (page, { username, password, attributes: { email = '' } = {} }) => {
      const contacts = { 'Your name': '', 'E-mail': email, Phone: '' }
      return answer(page, { ...contacts, [who]: username, ...twice(password) })
    },
    'confirmSignUp.submit': (page, { code }) => answer(page, { Code: code }),
    'forgotPassword.submit': (page, { username }) => answer(page, { [who]: username }),
    'resetPassword.submit': (page, { code, password }) =>
      answer(page, { Code: code, ...twice(password) }),
    'verifyContact.submit': (page) => answer(page, { 'ada@example.com': true }),
    'confirmContact.submit': (page, { code }) => answer(page, { Code: code }),
    'signedIn.load': (page) => open(page, 'Your details'),
    'signedIn.changePassword': (page, { previousPassword: old, password }) =>
      answer(page, { 'Password until now': old, ...twice(password) }, 'Your password'),
    'signedIn.updateAttributes': (page, { attributes: { name = '' } }) =>
      answer(page, { Name: true, 'What is it now?': name }, 'Your details'),
    'signedIn.deleteAttributes': inSettings('Your details', 'Remove'),
    'signedIn.verifyAttribute': inSettings('Your details', 'Verify'),
    'signedIn.setupTotp': inSettings('Second factor', 'Set up an authenticator app'),
    'signedIn.setMfaPreference': (page, { preference }) =>
      answer(page, { [mfaLabels[preference.EMAIL ? 'EMAIL' : 'TOTP']]: true }, 'Second factor'),
    'signedIn.rememberDevice': inSettings('Your devices', 'Remember'),
    'signedIn.forgetDevice': inSettings('Your devices', 'Forget'),
    'signedIn.deleteUser': async (page) => {
      await open(page, 'Leaving')
      const question = await page.getByText(/^This cannot be undone/).textContent()
      const [, name = ''] = /Type (.+) to do it/.exec(question ?? '') ?? []
      await answer(page, { 'Who is to go?': name })
    },
    signOut: (page, { global }) =>
      global ? inSettings('Leaving', 'Sign out everywhere')(page) : press('Sign out')(page),
  },
})

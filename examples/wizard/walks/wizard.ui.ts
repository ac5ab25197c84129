import { say, type WordKey } from '@authchart/machine/words'
import { absent, defineUi, payloads } from '@authchart/testing'
import { uiFromForms } from '@authchart/testing/playwright'
import type { Page } from '@playwright/test'
import { words } from '../src/words.ts'

const text = (key: WordKey, values: Readonly<Record<string, string>> = {}) =>
  say(words, { key, values })

/** Every screen but those that only wait has a title of its own. */
const titled = (key: WordKey) => (page: Page) =>
  page.getByRole('heading', { level: 1, name: text(key, { name: '' }).trim() })

const saying = (key: WordKey) => (page: Page) => page.getByText(text(key))

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

async function goToFirst(page: Page) {
  const back = page.locator('main form').getByRole('button', { name: 'Back' })
  // While the app waits for a response, no question can be answered.
  while ((await back.isVisible()) && (await back.isEnabled())) await back.click()
}

async function fillIn(page: Page, answers: Answers) {
  for (const [label, value] of Object.entries(answers)) {
    const field = page.locator('main form').getByLabel(label, { exact: true })
    if (!(await field.isVisible()) || !(await field.isEnabled())) continue
    await (value === true ? field.check() : field.fill(value))
  }
}

/** All questions of a screen, or of a task of the account, from the first one on. */
async function answer(page: Page, answers: Answers, task?: WordKey) {
  await (task ? open(page, task) : readFailure(page))
  await goToFirst(page)
  const submit = page.locator('main form [type=submit]')
  for (let isLast = false; !isLast; ) {
    await fillIn(page, answers)
    isLast = (await submit.textContent()) !== 'Next'
    await submit.click()
  }
}

const twice = (label: WordKey, password: string): Answers => ({
  [text(label)]: password,
  [text('field.passwordRepeat')]: password,
})
const code = (code: string): Answers => ({ [text('field.code')]: code })
const who = text('field.username')

/** A task of the account, in the drawer at the side. */
async function open(page: Page, task: WordKey) {
  await readFailure(page)
  const drawer = page.locator('aside')
  if (!(await drawer.isVisible())) await page.getByRole('link', { name: 'Settings' }).click()
  await drawer.getByRole('link', { name: text(task), exact: true }).click()
}

const inDrawer = (task: WordKey, name: string | RegExp) => async (page: Page) => {
  await open(page, task)
  await page.locator('aside .links').getByRole('link', { name }).first().click()
}

/** All actions whose names end alike, where one touches the same thing for them. */
function alike<End extends string>(end: End, act: (page: Page) => Promise<void>) {
  type Type = Extract<keyof typeof payloads, `${string}${End}`>
  const types = Object.keys(payloads).filter((type) => type.endsWith(end))
  return Object.fromEntries(types.map((type) => [type, act])) as Record<Type, typeof act>
}

/** Only the user name is needed. */
const goOn = (name: RegExp) => async (page: Page, payload: { readonly username: string }) => {
  await readFailure(page)
  await goToFirst(page)
  await fillIn(page, { [who]: payload.username })
  await follow(name)(page)
}

const beginning = (text: string) => new RegExp(`^${text}`)
const google = follow(text('action.redirectTo', { provider: 'Google' }))

const { cannotTake } = uiFromForms()

export const wizardUi = defineUi<Page>({
  routes: {
    restoring: saying('title.restoring'),
    redirecting: saying('title.redirecting'),
    signingOut: saying('title.signingOut'),
    signIn: titled('title.signIn'),
    confirmSignIn: titled('title.confirmSignIn'),
    selectFactor: titled('title.selectFactor'),
    passkey: titled('title.passkey'),
    customChallenge: titled('title.customChallenge'),
    selectMfaType: titled('title.selectMfaType'),
    setupTotp: titled('title.setupTotp'),
    setupEmail: titled('title.setupEmail'),
    newPassword: titled('title.newPassword'),
    signUp: titled('title.signUp'),
    confirmSignUp: titled('title.confirmSignUp'),
    forgotPassword: titled('title.forgotPassword'),
    resetPassword: titled('title.resetPassword'),
    verifyContact: titled('title.verifyContact'),
    confirmContact: titled('title.confirmContact'),
    passkeyPrompt: titled('title.passkeyPrompt'),
    signedIn: titled('title.signedIn'),
  },

  actions: {
    ...alike('.cancel', press(text('action.cancel'))),
    ...alike('.resend', follow(text('action.resend'))),
    ...alike('.skip', follow(text('action.skip'))),
    'go.signIn': follow(text('action.goSignIn')),
    'go.signUp': follow(text('action.goSignUp')),
    'go.selectFactor': follow(text('action.goSelectFactor')),
    'go.forgotPassword': follow(text('action.goForgotPassword')),
    'go.confirmSignUp': goOn(/^(I have a code|Confirm your account first)$/),
    'go.resetPassword': goOn(/^I have a code$/),
    'go.signedIn': follow(beginning(text('action.goSignedIn', { name: '' }).trim())),
    'signIn.submit': (page, { username, password = '' }) =>
      answer(page, { [who]: username, [text('field.password')]: password }),
    'signIn.redirect': google,
    'signUp.redirect': google,
    'signIn.federate': absent('this app has no tokens of other providers'),
    'redirecting.cancel': follow(text('action.cancel')),
    'confirmSignIn.submit': (page, { code: typed, rememberDevice }) =>
      answer(page, {
        ...code(typed),
        ...(rememberDevice && { [text('field.rememberDevice')]: true }),
      }),
    'selectFactor.submit': (page, { factor, password = '' }) =>
      factor === 'PASSWORD'
        ? answer(page, { [text('field.password')]: password })
        : follow(text(`factor.${factor}`))(page),
    'passkey.submit': press(text('submit.passkey')),
    'customChallenge.submit': (page, form) => answer(page, { [text('field.answer')]: form.answer }),
    'selectMfaType.submit': (page, { mfaType }) => answer(page, { [text(`mfa.${mfaType}`)]: true }),
    'setupEmail.submit': (page, { email }) => answer(page, { [text('field.email')]: email }),
    'newPassword.submit': (page, { password, attributes }) =>
      answer(page, {
        [text('attribute.given_name')]: attributes?.given_name ?? '',
        ...twice('field.newPassword', password),
      }),
    'setupTotp.submit': (page, { code: typed, deviceName = '' }) =>
      answer(page, { ...code(typed), [text('field.deviceName')]: deviceName }),
    'setupTotp.retry': follow(text('action.retry')),
    'setupTotp.leave': follow(text('action.leave')),
    'signUp.submit': (page, { username, password = '' }) =>
      answer(page, { [who]: username, ...twice('field.password', password) }),
    'confirmSignUp.submit': (page, form) => answer(page, code(form.code)),
    'forgotPassword.submit': (page, { username }) => answer(page, { [who]: username }),
    'resetPassword.submit': (page, form) =>
      answer(page, { ...code(form.code), ...twice('field.newPassword', form.password) }),
    'verifyContact.submit': (page) => answer(page, { 'ada@example.com': true }),
    'confirmContact.submit': (page, form) => answer(page, code(form.code)),
    'signedIn.load': async (page) => {
      await readFailure(page)
      const close = page.getByRole('link', { name: 'Close' })
      if (await close.isVisible()) await close.click()
      await follow('Settings')(page)
    },
    'passkeyPrompt.submit': press(text('submit.passkeyPrompt')),
    'passkeyPrompt.never': follow(text('action.never')),
    'signedIn.registerPasskey': inDrawer('title.passkeys', text('action.registerPasskey')),
    'signedIn.deletePasskey': inDrawer('title.passkeys', /^Delete: /),
    'signedIn.changePassword': (page, { previousPassword = '', password }) =>
      answer(
        page,
        {
          [text('field.previousPassword')]: previousPassword,
          ...twice('field.newPassword', password),
        },
        'title.changePassword',
      ),
    'signedIn.updateAttributes': (page, { attributes: { name = '' } }) =>
      answer(page, { [text('attribute.name')]: name }, 'title.updateAttributes'),
    'signedIn.deleteAttributes': inDrawer('title.updateAttributes', /^Remove: /),
    'signedIn.verifyAttribute': inDrawer('title.updateAttributes', /^Verify: /),
    'signedIn.setupTotp': inDrawer('title.setMfaPreference', text('action.setupTotp')),
    'signedIn.setMfaPreference': (page) =>
      answer(page, { [text('mfa.EMAIL')]: true }, 'title.setMfaPreference'),
    'signedIn.rememberDevice': inDrawer('title.devices', /^Remember: /),
    'signedIn.forgetDevice': inDrawer('title.devices', /^Forget: /),
    'signedIn.deleteUser': (page) => {
      const word = text('word.delete')
      return answer(page, { [text('field.confirmation', { word })]: word }, 'title.deleteUser')
    },
    signOut: (page, { global }) =>
      press(text(global ? 'action.globalSignOut' : 'action.signOut'))(page),
  },

  ...(cannotTake && { cannotTake }),
})

import { messageOf } from '@authchart/example-shared/messages'
import { noticeOf } from '@authchart/example-shared/notices'
import type { AuthRoute } from '@authchart/machine'
import { defineUi } from '@authchart/testing'
import type { Page } from '@playwright/test'
import { titles } from '../models/app.model.ts'
import { ScreensModel } from '../models/screens.model.ts'

/** Each screen has a heading of its own. */
const heading = (route: AuthRoute) => (page: Page) =>
  page.getByRole('heading', { level: 1, name: titles[route], exact: true })

const button = (name: string) => (page: Page) =>
  page.locator('main').getByRole('button', { name, exact: true }).first()

const press = (name: string) => (page: Page) => button(name)(page).click()

const goOn =
  (...names: readonly string[]) =>
  async (page: Page, { username }: { readonly username: string }) => {
    await page.getByLabel('Email', { exact: true }).fill(username)
    for (const name of names) {
      if (await button(name)(page).isVisible()) return press(name)(page)
    }
    throw new Error(`There is no button ${names.join(' or ')}`)
  }

const cancel = press('Cancel')
const resend = press('Send a new code')
const resendButton = button('Send a new code')
const skip = press('Skip for now')
const leaveSetup = press('Leave without setting it up')

const screens = (page: Page) => new ScreensModel(page)

/** The settings, with everything on them read. */
async function settings(page: Page) {
  const { settings } = screens(page)
  if ((await settings.tab.getAttribute('aria-selected')) === 'false') await settings.open()
  return settings
}

/** One of several radio buttons. */
const choose = (page: Page, value: string) =>
  page.locator(`main input[type=radio][value="${value}"]`).check()

/** The contract of both example apps: they are the same to a user. */
export const exampleUi = defineUi<Page>({
  routes: {
    restoring: heading('restoring'),
    signIn: heading('signIn'),
    redirecting: heading('redirecting'),
    confirmSignIn: heading('confirmSignIn'),
    customChallenge: heading('customChallenge'),
    selectMfaType: heading('selectMfaType'),
    setupTotp: heading('setupTotp'),
    setupEmail: heading('setupEmail'),
    newPassword: heading('newPassword'),
    signUp: heading('signUp'),
    confirmSignUp: heading('confirmSignUp'),
    forgotPassword: heading('forgotPassword'),
    resetPassword: heading('resetPassword'),
    verifyContact: heading('verifyContact'),
    confirmContact: heading('confirmContact'),
    signedIn: heading('signedIn'),
    signingOut: heading('signingOut'),
  },

  actions: {
    'go.signIn': (page) =>
      page.getByRole('button', { name: /^(Back to sign in|I have an account)$/ }).click(),
    'go.signUp': press('Create an account'),
    'go.forgotPassword': press('Forgot your password?'),
    'go.confirmSignUp': goOn('I never confirmed my account', 'I have a code'),
    'go.resetPassword': goOn('I have a code'),
    'go.signedIn': press('Continue with that account'),

    'signIn.submit': (page, { username, password = '' }) =>
      screens(page).signIn.submit({ email: username, password }),
    'signIn.cancel': cancel,
    'signIn.redirect': press('Continue with Google'),
    'signIn.federate': async (page, { token }) => {
      const { signIn } = screens(page)
      if (!(await signIn.token.token.isVisible())) await signIn.token.summary.click()
      await signIn.token.submit(token.token, token.profile.name)
    },
    'redirecting.cancel': cancel,

    'confirmSignIn.submit': async (page, { code, rememberDevice }) => {
      const { confirmSignIn } = screens(page)
      await confirmSignIn.rememberDevice.setChecked(rememberDevice)
      await confirmSignIn.submit(code)
    },
    'confirmSignIn.cancel': cancel,
    'customChallenge.submit': (page, { answer }) => screens(page).customChallenge.submit(answer),
    'customChallenge.cancel': cancel,
    'selectMfaType.submit': async (page, { mfaType }) => {
      await choose(page, mfaType)
      await screens(page).selectMfaType.continue.click()
    },
    'selectMfaType.cancel': cancel,
    'setupEmail.submit': (page, { email }) => screens(page).setupEmail.submit(email),
    'setupEmail.cancel': cancel,
    'setupTotp.submit': async (page, { code, deviceName = '' }) => {
      const { setupTotp } = screens(page)
      await setupTotp.deviceName.fill(deviceName)
      await setupTotp.submit(code)
    },
    'setupTotp.cancel': cancel,
    'setupTotp.retry': (page) => screens(page).setupTotp.retry.click(),
    'setupTotp.leave': leaveSetup,
    'newPassword.submit': async (page, { password, attributes }) => {
      const { newPassword } = screens(page)
      await newPassword.input.fill(password)
      await newPassword.givenName.fill(attributes?.given_name ?? '')
      await newPassword.continue.click()
    },
    'newPassword.cancel': cancel,

    'signUp.submit': (page, { username, password }) =>
      screens(page).signUp.submit({ email: username, password }),
    'signUp.redirect': press('Continue with Google'),
    'signUp.cancel': cancel,
    'confirmSignUp.submit': (page, { code }) => screens(page).confirmSignUp.submit(code),
    'confirmSignUp.resend': resend,
    'confirmSignUp.cancel': cancel,

    'forgotPassword.submit': (page, { username }) => screens(page).forgotPassword.submit(username),
    'forgotPassword.cancel': cancel,
    'resetPassword.submit': (page, { code, password }) =>
      screens(page).resetPassword.submitBoth(code, password),
    'resetPassword.resend': resend,
    'resetPassword.cancel': cancel,

    'verifyContact.submit': async (page, { attribute }) => {
      await choose(page, attribute)
      await screens(page).verifyContact.send.click()
    },
    'verifyContact.cancel': cancel,
    'verifyContact.skip': skip,
    'confirmContact.submit': (page, { code }) => screens(page).confirmContact.submit(code),
    'confirmContact.resend': resend,
    'confirmContact.cancel': cancel,
    'confirmContact.skip': skip,

    /** Opening the settings reads everything on them. */
    'signedIn.load': async (page) => {
      const { settings } = screens(page)
      await settings.home.click()
      await settings.open()
    },
    'signedIn.changePassword': async (page, { previousPassword, password }) =>
      (await settings(page)).password.submit(previousPassword, password),
    'signedIn.updateAttributes': async (page, { attributes }) => {
      const { profile } = await settings(page)
      await profile.name.fill(attributes.name ?? '')
      await profile.save.click()
    },
    'signedIn.deleteAttributes': async (page) => (await settings(page)).profile.removeName.click(),
    'signedIn.verifyAttribute': async (page) => (await settings(page)).profile.verifyEmail.click(),
    'signedIn.setupTotp': async (page) => (await settings(page)).secondFactors.setUpApp.click(),
    'signedIn.setMfaPreference': async (page) => {
      const { secondFactors } = await settings(page)
      await secondFactors.choose(secondFactors.email)
    },
    'signedIn.rememberDevice': async (page) =>
      (await settings(page)).devices.remember.first().click(),
    'signedIn.forgetDevice': async (page) => (await settings(page)).devices.forget.first().click(),
    'signedIn.deleteUser': async (page) => {
      const { dangerZone } = await settings(page)
      if (!(await dangerZone.confirmation.isVisible())) await dangerZone.open.click()
      await dangerZone.confirmation.fill('delete')
      await dangerZone.deleteForGood.click()
    },
    /** A device may be remembered on the home page. */
    'signedIn.cancel': async (page) => {
      if (!(await button('Cancel')(page).isVisible())) await screens(page).settings.tab.click()
      await cancel(page)
    },
    signOut: (page, { global }) => press(global ? 'Sign out everywhere' : 'Sign out')(page),
  },

  shows: {
    failure: messageOf,
    notice: (notice) => noticeOf({ notice }),
    screen: {
      confirmSignIn: ({ mfaType, destination, deviceName }) =>
        ({
          SMS: ['text message', destination ?? 'you'],
          EMAIL: ['email', destination ?? 'you'],
          TOTP: [deviceName ?? 'authenticator app'],
        })[mfaType],
    },
  },

  buttons: {
    'confirmSignUp.resend': resendButton,
    'resetPassword.resend': resendButton,
    'confirmContact.resend': resendButton,
  },

  cannotTake: ({ event: { type }, from }) => {
    if (/^go\.(confirmSignUp|resetPassword)$/.test(type) && from.leaf.startsWith('signIn')) {
      return 'codes are requested on sign-up and in forgotPassword'
    }
    const isOfProvider = from.facts.has('hostedUi') || from.facts.has('federated')
    return isOfProvider && /changePassword|setMfaPreference|setupTotp$/.test(type)
      ? 'who signs in with a provider has neither a password nor a second step here'
      : undefined
  },
})

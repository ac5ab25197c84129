import { messageOf } from '@authchart/example-shared/messages'
import { noticeOf } from '@authchart/example-shared/notices'
import { titles } from '@authchart/example-shared/titles'
import type { AuthRoute } from '@authchart/machine'
import { absent, defineUi } from '@authchart/testing'
import { screen, within } from '@testing-library/dom'
import type { UserEvent } from '@testing-library/user-event'

type Texts = Readonly<Record<string, string>>

const heading = (route: AuthRoute) => () =>
  screen.queryByRole('heading', { level: 1, name: titles[route] })

const button = (name: string | RegExp) => () =>
  screen.queryAllByRole('button', { name }).at(0) ?? null

const press = (name: string | RegExp) => (user: UserEvent) =>
  user.click(screen.getAllByRole('button', { name })[0] as HTMLElement)

const goOn =
  (name: string | RegExp) =>
  async (user: UserEvent, { username }: { readonly username: string }) => {
    await fill(user, { Email: username })
    await press(name)(user)
  }

/** The button of the screen for a lost password. */
const neverConfirmed = button('I never confirmed my account')

const cancel = press('Cancel')
const resend = press('Send a new code')
const skip = press('Skip for now')

/** By the label of a field what is typed into it; fields that the screen has not are left out. */
async function fill(user: UserEvent, texts: Texts, inside: HTMLElement = document.body) {
  for (const [label, text] of Object.entries(texts)) {
    const field = within(inside).getByLabelText(label)
    await user.clear(field)
    if (text) await user.type(field, text, { skipClick: true, initialSelectionStart: 0 })
  }
}

const form = (texts: Texts, submit: string) => async (user: UserEvent) => {
  await fill(user, texts)
  await press(submit)(user)
}

/** A section of the settings, with everything in it read. */
async function section(user: UserEvent, name: string) {
  const tab = screen.getByRole('tab', { name: 'Settings' })
  if (tab.getAttribute('aria-selected') === 'false') await user.click(tab)
  await screen.findByRole('button', { name: 'Save the profile' })
  await screen.findAllByRole('button', { name: /^Forget / })
  return screen.getByRole('region', { name })
}

const inSection = (title: string, name: string | RegExp) => async (user: UserEvent) => {
  const region = await section(user, title)
  await user.click(within(region).getAllByRole('button', { name })[0] as HTMLElement)
}

const mfaLabels = {
  TOTP: 'Authenticator app',
  SMS: 'Text message (SMS)',
  EMAIL: 'Email message',
} as const

/** The contract of both example apps for Testing Library: they are the same to a user. */
export const domUi = defineUi<UserEvent>({
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
    'go.signIn': press(/^(Back to sign in|I have an account)$/),
    'go.signUp': press('Create an account'),
    'go.forgotPassword': press('Forgot your password?'),
    'go.confirmSignUp': (user, who) =>
      goOn(neverConfirmed() ? 'I never confirmed my account' : 'I have a code')(user, who),
    'go.resetPassword': goOn('I have a code'),
    'go.signedIn': press('Continue with that account'),

    'signIn.submit': (user, { username, password = '' }) =>
      form({ Email: username, Password: password }, 'Sign in')(user),
    'signIn.cancel': cancel,
    'signIn.redirect': press('Continue with Google'),
    'signIn.federate': absent('left to the walks in a browser'),
    'redirecting.cancel': cancel,

    'confirmSignIn.submit': async (user, { code, rememberDevice }) => {
      const box = screen.getByLabelText<HTMLInputElement>('Remember this device')
      if (box.checked !== rememberDevice) await user.click(box)
      await form({ Code: code }, 'Confirm')(user)
    },
    'confirmSignIn.cancel': cancel,
    'customChallenge.submit': (user, { answer }) => form({ 'Your answer': answer }, 'Answer')(user),
    'customChallenge.cancel': cancel,
    'selectMfaType.submit': async (user, { mfaType }) => {
      await user.click(screen.getByLabelText(mfaLabels[mfaType]))
      await press('Continue')(user)
    },
    'selectMfaType.cancel': cancel,
    'setupEmail.submit': (user, { email }) => form({ Email: email }, 'Send the code')(user),
    'setupEmail.cancel': cancel,
    'setupTotp.submit': (user, { code, deviceName = '' }) =>
      form({ 'Name of your app or phone (optional)': deviceName, Code: code }, 'Confirm')(user),
    'setupTotp.cancel': cancel,
    'setupTotp.retry': press('Try again'),
    'setupTotp.leave': press('Leave without setting it up'),
    'newPassword.submit': (user, { password, attributes }) =>
      form(
        { 'New password': password, 'Given name': attributes?.given_name ?? '' },
        'Continue',
      )(user),
    'newPassword.cancel': cancel,

    'signUp.submit': (user, { username, password }) =>
      form({ Email: username, Password: password }, 'Create account')(user),
    'signUp.redirect': press('Continue with Google'),
    'signUp.cancel': cancel,
    'confirmSignUp.submit': (user, { code }) =>
      form({ 'Confirmation code': code }, 'Confirm')(user),
    'confirmSignUp.resend': resend,
    'confirmSignUp.cancel': cancel,

    'forgotPassword.submit': (user, { username }) =>
      form({ Email: username }, 'Send the code')(user),
    'forgotPassword.cancel': cancel,
    'resetPassword.submit': (user, { code, password }) =>
      form({ 'Confirmation code': code, 'New password': password }, 'Set the new password')(user),
    'resetPassword.resend': resend,
    'resetPassword.cancel': cancel,

    'verifyContact.submit': async (user) => {
      await user.click(screen.getAllByRole('radio')[0] as HTMLElement)
      await press('Send the code')(user)
    },
    'verifyContact.cancel': cancel,
    'verifyContact.skip': skip,
    'confirmContact.submit': (user, { code }) =>
      form({ 'Confirmation code': code }, 'Confirm')(user),
    'confirmContact.resend': resend,
    'confirmContact.cancel': cancel,
    'confirmContact.skip': skip,

    'signedIn.load': async (user) => {
      await user.click(screen.getByRole('tab', { name: 'Home' }))
      await user.click(screen.getByRole('tab', { name: 'Settings' }))
    },
    'signedIn.changePassword': async (user, { previousPassword, password }) => {
      const region = await section(user, 'Password')
      await fill(user, { 'Current password': previousPassword, 'New password': password }, region)
      await inSection('Password', 'Change the password')(user)
    },
    'signedIn.updateAttributes': async (user, { attributes }) => {
      const region = await section(user, 'Profile')
      const name = within(region).getByLabelText(/^Name\b/)
      await user.clear(name)
      await user.type(name, attributes.name ?? '')
      await inSection('Profile', 'Save the profile')(user)
    },
    'signedIn.deleteAttributes': inSection('Profile', 'Remove name'),
    'signedIn.verifyAttribute': inSection('Profile', 'Verify email'),
    'signedIn.setupTotp': inSection('Second step at sign-in', 'Set up an authenticator app'),
    'signedIn.setMfaPreference': async (user) => {
      const region = await section(user, 'Second step at sign-in')
      await user.click(within(region).getByLabelText(mfaLabels.EMAIL))
      await inSection('Second step at sign-in', 'Save the choice')(user)
    },
    'signedIn.rememberDevice': inSection('Devices', /^Remember\b/),
    'signedIn.forgetDevice': inSection('Devices', /^Forget\b/),
    'signedIn.deleteUser': async (user) => {
      const region = await section(user, 'Danger zone')
      const confirmation = 'Type “delete” to go on'
      if (!within(region).queryByLabelText(confirmation)) {
        await user.click(within(region).getByRole('button', { name: 'Delete the account' }))
      }
      await fill(user, { [confirmation]: 'delete' }, region)
      await inSection('Danger zone', 'Delete it for good')(user)
    },
    /** A device may be remembered on the home page. */
    'signedIn.cancel': async (user) => {
      if (!button('Cancel')()) await user.click(screen.getByRole('tab', { name: 'Settings' }))
      await cancel(user)
    },
    signOut: (user, { global }) => press(global ? 'Sign out everywhere' : 'Sign out')(user),
  },

  shows: { failure: messageOf, notice: (notice) => noticeOf({ notice }) },

  buttons: {
    'confirmSignUp.resend': button('Send a new code'),
    'resetPassword.resend': button('Send a new code'),
    'confirmContact.resend': button('Send a new code'),
  },

  cannotTake: ({ event, from }) => {
    if (/^go\.(confirmSignUp|resetPassword)$/.test(event.type) && from.leaf.startsWith('signIn')) {
      return 'codes are requested on sign-up and in forgotPassword'
    }
    const isOfProvider = from.facts.has('hostedUi') || from.facts.has('federated')
    return isOfProvider && /changePassword|setMfaPreference|setupTotp$/.test(event.type)
      ? 'who signs in with a provider has neither a password nor a second step here'
      : undefined
  },
})

import type { AnyStep, AuthContext, AuthRoute, ViewOf } from '@authchart/machine'
import { routeOf } from '@authchart/machine'
import { english, failureText, noticeText, say, type Words } from '@authchart/machine/words'
import {
  type ActionType,
  absent,
  type Button,
  type PayloadOf,
  type Sign,
  type Ui,
} from './define-ui.ts'

/** How the elements of a page are found and used. */
export interface FormHands<Handle> {
  /** What a selector finds first. */
  find(handle: Handle, selector: string): Sign & Button
  isVisible(handle: Handle, selector: string): Promise<boolean> | boolean
  fill(handle: Handle, selector: string, text: string): Promise<unknown>
  /** For a checkbox or a radio button. */
  setChecked(handle: Handle, selector: string, isChecked: boolean): Promise<unknown>
  click(handle: Handle, selector: string): Promise<unknown>
  /** Waits until the element is there. */
  waitFor(handle: Handle, selector: string): Promise<unknown>
}

export interface FormsContractOptions<Handle> {
  /** The words of the forms; English by default. */
  readonly words?: Words | undefined
  /**
   * The app's own page for a signed-in user, where it does not show the form `signedIn`. No walk then uses the tasks of
   * the account.
   */
  readonly signedIn?: OwnPage<Handle> | undefined
  /** The steps of the app's own. */
  readonly steps?: readonly AnyStep[] | undefined
}

/** A page of the app that the props of the forms do not describe. */
interface OwnPage<Handle> {
  /** What only this page shows. */
  readonly sign: (handle: Handle) => Sign
  /** Presses its button to sign out, on this device only. */
  readonly signOut: (handle: Handle) => Promise<unknown> | unknown
}

type Values = Readonly<Record<string, string | boolean>>

/** The form that a route shows. */
const formOf = (route: AuthRoute) => `[data-authform="${route}"]`

const actionOf = (type: ActionType, name?: string) =>
  name === undefined ? `[data-action="${type}"]` : `[data-action="${type}"][value="${name}"]`

/**
 * The contract of a UI that spreads the props of `@authchart/machine/forms`: everything is found by these props, so
 * nothing has to be written.
 */
export function formsContract<Handle>(
  hands: FormHands<Handle>,
  { words = english, signedIn, steps = [] }: FormsContractOptions<Handle>,
): Ui<Handle> {
  /** Fills in the form that has the button, and presses it. */
  async function use(handle: Handle, button: string, values: Values = {}) {
    for (const [name, value] of Object.entries(values)) {
      const input = `form:has(${button}) [name="${name}"]`
      if (typeof value === 'boolean') {
        // A form without the box means no.
        if (value || (await hands.isVisible(handle, input))) {
          await hands.setChecked(handle, input, value)
        }
      } else if (await hands.isVisible(handle, `${input}[type=radio]`)) {
        await hands.setChecked(handle, `${input}[value="${value}"]`, true)
      } else if (await hands.isVisible(handle, input)) await hands.fill(handle, input, value)
    }
    await hands.click(handle, button)
  }

  /** The forms of the account are there when it was read. */
  async function useAccount(handle: Handle, button: string, values?: Values) {
    if (!(await hands.isVisible(handle, button))) {
      await hands.click(handle, actionOf('signedIn.load'))
      await hands.waitFor(handle, button)
    }
    await use(handle, button, values)
  }

  const press = (type: ActionType, name?: string) => (handle: Handle) =>
    use(handle, actionOf(type, name))
  const submit =
    <Type extends ActionType>(type: Type, valuesOf: (payload: PayloadOf<Type>) => Values) =>
    (handle: Handle, payload: PayloadOf<Type>) =>
      use(handle, actionOf(type), valuesOf(payload))
  const account =
    <Type extends ActionType>(
      type: Type,
      nameOf: (payload: PayloadOf<Type>) => string | undefined = () => undefined,
      valuesOf: (payload: PayloadOf<Type>) => Values = () => ({}),
    ) =>
    (handle: Handle, payload: PayloadOf<Type>) =>
      useAccount(handle, actionOf(type, nameOf(payload)), valuesOf(payload))

  const code = ({ code }: { code: string }) => ({ code })

  /** The contract of a step: each action, and its end. */
  function actionsOf({ route, actions }: AnyStep) {
    return [...Object.keys(actions), 'cancel'].map((name) => {
      const button = `[data-action="${route}.${name}"]`
      return [`${route}.${name}`, (handle: Handle, values: Values) => use(handle, button, values)]
    })
  }

  const ui: Ui<Handle> = {
    routes: Object.fromEntries(
      [
        ...new Set([...Object.values(routeOf), ...steps.map(({ route }) => route as AuthRoute)]),
      ].map((route) => [route, (handle: Handle) => hands.find(handle, formOf(route))]),
    ) as unknown as Ui<Handle>['routes'],
    actions: {
      ...(Object.fromEntries(steps.flatMap(actionsOf)) as object),
      'go.signIn': press('go.signIn'),
      'go.selectFactor': press('go.selectFactor'),
      'go.signUp': press('go.signUp'),
      'go.forgotPassword': press('go.forgotPassword'),
      'go.signedIn': press('go.signedIn'),
      'go.confirmSignUp': submit('go.confirmSignUp', ({ username }) => ({ username })),
      'go.resetPassword': submit('go.resetPassword', ({ username }) => ({ username })),
      'signIn.submit': submit('signIn.submit', ({ username, password = '' }) => ({
        username,
        password,
      })),
      'signIn.cancel': press('signIn.cancel'),
      'signIn.redirect': (handle, { provider }) =>
        use(handle, actionOf('signIn.redirect', provider && `redirect.${provider}`)),
      'signUp.redirect': (handle, { provider }) =>
        use(handle, actionOf('signUp.redirect', provider && `redirect.${provider}`)),
      'signIn.federate': absent('forms have no field for a token of a provider'),
      'redirecting.cancel': press('redirecting.cancel'),
      'confirmSignIn.submit': submit('confirmSignIn.submit', ({ code, rememberDevice }) => ({
        code,
        rememberDevice,
      })),
      'confirmSignIn.resend': press('confirmSignIn.resend'),
      'selectFactor.submit': (handle, { factor, password = '' }) =>
        factor === 'PASSWORD'
          ? use(handle, actionOf('selectFactor.submit'), { password })
          : use(handle, actionOf('selectFactor.submit', `factor.${factor}`)),
      'selectFactor.cancel': press('selectFactor.cancel'),
      'passkey.submit': press('passkey.submit'),
      'passkey.cancel': press('passkey.cancel'),
      'confirmSignIn.cancel': press('confirmSignIn.cancel'),
      'customChallenge.submit': submit('customChallenge.submit', ({ answer }) => ({ answer })),
      'customChallenge.cancel': press('customChallenge.cancel'),
      'selectMfaType.submit': submit('selectMfaType.submit', ({ mfaType }) => ({ mfaType })),
      'selectMfaType.cancel': press('selectMfaType.cancel'),
      'setupEmail.submit': submit('setupEmail.submit', ({ email }) => ({ email })),
      'setupEmail.cancel': press('setupEmail.cancel'),
      'setupTotp.submit': submit('setupTotp.submit', ({ code, deviceName = '' }) => ({
        code,
        deviceName,
      })),
      'setupTotp.cancel': press('setupTotp.cancel'),
      'setupTotp.retry': press('setupTotp.retry'),
      'setupTotp.leave': press('setupTotp.leave'),
      'newPassword.submit': submit('newPassword.submit', ({ password, attributes }) => ({
        ...newPassword(password),
        ...attributeValues(attributes),
      })),
      'newPassword.cancel': press('newPassword.cancel'),
      'signUp.submit': submit('signUp.submit', ({ username, password = '', attributes }) => ({
        username,
        ...newPassword(password),
        ...attributeValues(attributes),
      })),
      'signUp.cancel': press('signUp.cancel'),
      'confirmSignUp.submit': submit('confirmSignUp.submit', code),
      'confirmSignUp.resend': press('confirmSignUp.resend'),
      'confirmSignUp.cancel': press('confirmSignUp.cancel'),
      'forgotPassword.submit': submit('forgotPassword.submit', ({ username }) => ({ username })),
      'forgotPassword.cancel': press('forgotPassword.cancel'),
      'resetPassword.submit': submit('resetPassword.submit', ({ code, password }) => ({
        code,
        ...newPassword(password),
      })),
      'resetPassword.resend': press('resetPassword.resend'),
      'resetPassword.cancel': press('resetPassword.cancel'),
      'verifyContact.submit': submit('verifyContact.submit', ({ attribute }) => ({ attribute })),
      'verifyContact.cancel': press('verifyContact.cancel'),
      'verifyContact.skip': press('verifyContact.skip'),
      'confirmContact.submit': submit('confirmContact.submit', code),
      'confirmContact.resend': press('confirmContact.resend'),
      'confirmContact.cancel': press('confirmContact.cancel'),
      'confirmContact.skip': press('confirmContact.skip'),
      'passkeyPrompt.submit': submit('passkeyPrompt.submit', () => ({})),
      'passkeyPrompt.cancel': press('passkeyPrompt.cancel'),
      'passkeyPrompt.skip': press('passkeyPrompt.skip'),
      'passkeyPrompt.never': press('passkeyPrompt.never'),
      'signedIn.load': press('signedIn.load'),
      'signedIn.changePassword': account(
        'signedIn.changePassword',
        undefined,
        ({ previousPassword = '', password }) => ({
          previousPassword,
          ...newPassword(password),
        }),
      ),
      'signedIn.updateAttributes': account(
        'signedIn.updateAttributes',
        undefined,
        ({ attributes }) => attributeValues(attributes),
      ),
      'signedIn.deleteAttributes': account(
        'signedIn.deleteAttributes',
        ({ names }) => `deleteAttributes.${names[0]}`,
      ),
      'signedIn.verifyAttribute': account(
        'signedIn.verifyAttribute',
        ({ attribute }) => `verifyAttribute.${attribute}`,
      ),
      'signedIn.setupTotp': account('signedIn.setupTotp'),
      'signedIn.setMfaPreference': account(
        'signedIn.setMfaPreference',
        undefined,
        ({ preference }) => ({ mfaType: preferredOf(preference) }),
      ),
      'signedIn.rememberDevice': account('signedIn.rememberDevice'),
      'signedIn.forgetDevice': account('signedIn.forgetDevice'),
      'signedIn.registerPasskey': account('signedIn.registerPasskey'),
      'signedIn.deletePasskey': account(
        'signedIn.deletePasskey',
        ({ id }) => `deletePasskey.${id}`,
      ),
      'signedIn.deleteUser': account('signedIn.deleteUser', undefined, () => ({
        confirmation: say(words, { key: 'word.delete' }),
      })),
      'signedIn.cancel': press('signedIn.cancel'),
      signOut: (handle, { global }) =>
        use(handle, actionOf('signOut', global ? 'globalSignOut' : 'signOut')),
    },
    shows: {
      failure: (failure) => failureText(words, failure),
      notice: (notice) => noticeText(words, notice),
      screen: { customChallenge: questionOf },
    },
    buttons: {
      'confirmSignUp.resend': (handle) => hands.find(handle, actionOf('confirmSignUp.resend')),
      'resetPassword.resend': (handle) => hands.find(handle, actionOf('resetPassword.resend')),
      'confirmContact.resend': (handle) => hands.find(handle, actionOf('confirmContact.resend')),
    },
    cannotTake: ({ event: { type }, from }) => {
      if (/^go\.(confirmSignUp|resetPassword)$/.test(type) && from.leaf.startsWith('signIn')) {
        return 'codes are requested on sign-up and in forgotPassword'
      }
      const { failure } = from.snapshot.context as AuthContext
      if (type === 'go.confirmSignUp' && from.leaf.startsWith('forgotPassword')) {
        return failure?.code === 'noVerifiedContact'
          ? undefined
          : 'only a user without a confirmed contact is led to it'
      }
      const isOfProvider = from.facts.has('hostedUi') || from.facts.has('federated')
      return isOfProvider && /changePassword|setMfaPreference|setupTotp$/.test(type)
        ? 'a user of a provider has neither a password nor a second factor here'
        : undefined
    },
  }
  return signedIn ? withOwnPage(ui, signedIn) : ui
}

/** The same forms around a page of the app, which has nothing but a button to sign out. */
function withOwnPage<Handle>(ui: Ui<Handle>, { sign, signOut }: OwnPage<Handle>): Ui<Handle> {
  const none = absent('the app’s own page has no tasks of the account')
  const tasks = Object.keys(ui.actions).filter((type) => type.startsWith('signedIn.'))
  return {
    ...ui,
    routes: { ...ui.routes, signedIn: sign },
    actions: { ...ui.actions, ...Object.fromEntries(tasks.map((type) => [type, none])), signOut },
    cannotTake: (step) =>
      step.event.type === 'signOut' && (step.event as PayloadOf<'signOut'>).global
        ? 'the app’s own page has no button to sign out everywhere'
        : ui.cannotTake?.(step),
  }
}

const newPassword = (password: string) => ({ password, passwordRepeat: password })

const attributeValues = (attributes: Readonly<Record<string, string>> = {}): Values =>
  Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [`attributes.${name}`, value]),
  )

function preferredOf(preference: Readonly<Record<string, unknown>>): string {
  return Object.keys(preference).find((type) => preference[type] === 'PREFERRED') ?? 'none'
}

const questionOf = ({ parameters }: ViewOf<'customChallenge'>) => parameters.question

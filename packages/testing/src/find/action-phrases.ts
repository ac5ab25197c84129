import { loadWords, type WordKey, type Words, wordLanguages } from '@authchart/machine/words'
import type { ActionType } from '../contract/define-ui.ts'

/** What buttons and fields say in all languages with words, and in other English words. */
export interface Phrases {
  /** The words on the button or link of an action; `signOut.global` signs out everywhere. */
  action(type: ActionType | 'signOut.global'): readonly string[]
  /** The words of the section that an action is in, on a tab or a link; none for an action that needs no section. */
  section(type: ActionType): readonly string[]
  /** The words of a menu that leads to all sections. */
  readonly menus: readonly string[]
  /** The words that lead to the question before. */
  readonly backs: readonly string[]
  /** By the keys of words, e.g. `field.code`, `mfa.SMS`. */
  of(...keys: readonly WordKey[]): readonly string[]
}

/** The keys of the words that buttons show, where they are not `submit.<route>`. */
const keysOf: Partial<Readonly<Record<ActionType | 'signOut.global', readonly WordKey[]>>> = {
  'go.signIn': ['action.goSignIn'],
  'go.signUp': ['action.goSignUp'],
  'go.signedIn': ['action.goSignedIn'],
  'go.forgotPassword': ['action.goForgotPassword'],
  'go.selectFactor': ['action.goSelectFactor'],
  'go.confirmSignUp': ['action.haveCode', 'action.goConfirmSignUp'],
  'go.resetPassword': ['action.haveCode'],
  'signIn.redirect': ['action.redirectTo', 'action.redirect'],
  'signUp.redirect': ['action.redirectTo', 'action.redirect'],
  'setupTotp.retry': ['action.retry'],
  'setupTotp.leave': ['action.leave'],
  'passkeyPrompt.submit': ['submit.passkeyPrompt'],
  'passkeyPrompt.skip': ['action.leave'],
  'passkeyPrompt.never': ['action.never'],
  'signedIn.registerPasskey': ['action.registerPasskey'],
  'signedIn.deletePasskey': ['action.deletePasskey'],
  'signedIn.load': ['action.load', 'action.reload'],
  'signedIn.changePassword': ['submit.changePassword'],
  'signedIn.updateAttributes': ['submit.updateAttributes'],
  'signedIn.deleteAttributes': ['action.deleteAttributes'],
  'signedIn.verifyAttribute': ['action.verifyAttribute'],
  'signedIn.setupTotp': ['action.setupTotp'],
  'signedIn.setMfaPreference': ['submit.setMfaPreference'],
  'signedIn.rememberDevice': ['action.rememberDevice'],
  'signedIn.forgetDevice': ['action.forgetDevice'],
  'signedIn.deleteUser': ['submit.deleteUser'],
  signOut: ['action.signOut'],
  'signOut.global': ['action.globalSignOut'],
}

/** English words beside those of the catalogues, by the action or by the end of its name. */
const others: Readonly<Record<string, readonly string[]>> = {
  'signIn.submit': ['Log in', 'Login', 'Log on', 'Enter'],
  'signUp.submit': ['Sign up', 'Register', 'Join', 'Create your account'],
  'confirmSignUp.submit': ['Activate', 'Verify', 'Confirm email'],
  'forgotPassword.submit': ['Reset password', 'Send reset code', 'Email me a code'],
  'resetPassword.submit': ['Reset password', 'Save password', 'Change password'],
  'newPassword.submit': ['Save password', 'Set password'],
  'go.signIn': ['Log in', 'Sign in', 'Back to login', 'I already have an account', 'Start over'],
  'go.signUp': ['Sign up', 'Register', 'Join', 'I have no account yet', 'Create account'],
  'go.forgotPassword': [
    'Forgot password',
    'Lost password',
    'I have lost my password',
    'Reset password',
  ],
  'go.confirmSignUp': [
    'Confirm account',
    'Activate account',
    'Verify email',
    'I have a confirmation code',
  ],
  'go.selectFactor': ['Try another way', 'Use another method', 'Other ways to sign in'],
  'go.resetPassword': ['I have a reset code', 'Enter the reset code'],
  'go.signedIn': ['Continue as the other user', 'Use the other account', 'Switch account'],
  'setupTotp.retry': ['Retry', 'Again'],
  'setupTotp.leave': ['Later', 'Skip', 'Leave', 'Back', 'Not now'],
  'signedIn.load': ['Refresh'],
  'signedIn.changePassword': ['Change password', 'Save password', 'Update password'],
  'signedIn.updateAttributes': ['Save', 'Save profile', 'Update profile', 'Save name'],
  'signedIn.deleteAttributes': ['Remove name', 'Clear name', 'Delete name', 'Remove'],
  'signedIn.verifyAttribute': ['Verify email', 'Check my email', 'Verify'],
  'signedIn.setupTotp': ['Add an authenticator app', 'Set up an app', 'Enable two-factor'],
  'signedIn.setMfaPreference': ['Save preference', 'Use email codes'],
  'signedIn.rememberDevice': ['Remember this device', 'Trust this device', 'Remember'],
  'signedIn.forgetDevice': ['Forget this device', 'Remove device', 'Forget'],
  'signedIn.deleteUser': ['Delete account', 'Close account', 'Delete my account'],
  signOut: ['Log out', 'Logout', 'Sign out'],
  'signOut.global': ['Log out everywhere', 'Sign out everywhere', 'Log out of all devices'],
  cancel: ['Stop', 'Abort', 'Never mind', 'Cancel request', 'Stay here'],
  resend: ['Resend', 'Resend code', 'Send again', 'Mail it again', 'New code'],
  skip: ['Skip', 'Later', 'Not now', 'Remind me later'],
  submit: ['Submit', 'Continue', 'Next', 'Go on', 'OK', 'Confirm', 'Verify', 'Send'],
}

/** The words of the section of the account that an action is in. */
const sectionsOf: Partial<Readonly<Record<ActionType, readonly WordKey[]>>> = {
  'signedIn.changePassword': ['title.changePassword', 'submit.changePassword'],
  'signedIn.updateAttributes': ['title.updateAttributes'],
  'signedIn.deleteAttributes': ['title.updateAttributes'],
  'signedIn.verifyAttribute': ['title.updateAttributes'],
  'signedIn.setupTotp': ['title.setMfaPreference', 'title.setupTotp'],
  'signedIn.setMfaPreference': ['title.setMfaPreference'],
  'signedIn.rememberDevice': ['title.devices'],
  'signedIn.forgetDevice': ['title.devices'],
  'signedIn.registerPasskey': ['title.passkeys'],
  'signedIn.deletePasskey': ['title.passkeys'],
  'signedIn.deleteUser': ['title.deleteUser'],
}

/** No catalogue has the word for what leads to the settings. */
const menus = [
  ...['Settings', 'Account', 'Profile', 'Security', 'Menu', 'My account'],
  ...['Einstellungen', 'Configuración', 'Ajustes', 'Paramètres', 'Impostazioni', '設定', '설정'],
  ...['Instellingen', 'Ustawienia', 'Configurações', 'Inställningar', 'Ayarlar', '设置'],
]

/** Nor for what leads to the question before. */
const backs = [
  ...['Back', 'Previous', 'Go back', 'Zurück', 'Atrás', 'Anterior', 'Retour', 'Précédent'],
  ...['Indietro', '戻る', '이전', 'Vorige', 'Wstecz', 'Voltar', 'Tillbaka', 'Geri', '上一步'],
]

/** Loads the words of all languages. */
export async function loadPhrases(): Promise<Phrases> {
  return phrasesIn(await Promise.all(wordLanguages.map((language) => loadWords(language))))
}

function phrasesIn(languages: readonly Words[]): Phrases {
  const of = (...keys: readonly WordKey[]) =>
    keys.flatMap((key) => languages.map(({ texts }) => filled(texts[key] ?? '')))
  return {
    of,
    action(type) {
      const end = type.split('.').at(-1) ?? ''
      const shared: Readonly<Record<string, readonly WordKey[]>> = {
        submit: [`submit.${type.split('.')[0]}` as WordKey],
        cancel: ['action.cancel'],
        resend: ['action.resend'],
        skip: ['action.skip'],
      }
      const keys = keysOf[type] ?? shared[end] ?? []
      const loading = type === 'signedIn.load' ? menus : []
      return [...of(...keys), ...(others[type] ?? []), ...(others[end] ?? []), ...loading]
    },
    section: (type) => of(...(sectionsOf[type] ?? [])),
    menus: [...of('action.load'), ...menus],
    backs,
  }
}

/** A text without the places that are filled in. */
const filled = (text: string) =>
  text.replaceAll('{provider}', 'Google').replaceAll(/[“„"]?\{\w+\}[”“"]?/g, ' ')

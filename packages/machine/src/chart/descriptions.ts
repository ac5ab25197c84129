import type { AnyStateNode } from 'xstate'

/** By the path of a state. Apart from the chart, as an app in production needs no sentence of it. */
export const descriptions: ReadonlyMap<string, string> = new Map(
  Object.entries({
    restoring: 'Looks for a session, or an interrupted screen',
    'restoring.completing': 'Back from the hosted UI: checks the answer',
    'restoring.refreshing': 'The tokens are due: without a network the user stays signed in',

    signIn: 'Requests the username, and a password unless there are other factors',
    'signIn.federating': 'Exchanges the token of another provider for AWS credentials',
    redirecting: 'Goes to the hosted UI: the page is left',
    'redirecting.signingOut': 'The session has ended here: the hosted UI ends its own',
    selectFactor: 'Asks with which first factor to sign in',
    'selectFactor.submitting':
      'Signs in anew with the factor: no answer to the last challenge, which may be over',
    confirmSignIn: 'Requests the code of a first or second factor',
    'confirmSignIn.editing': 'Another code can be sent after a time',
    passkey: 'Requests a passkey',
    'passkey.signing': 'The browser requests the passkey in a dialog of its own',
    'passkey.editing':
      'The ceremony did not succeed, or a reload has ended it: try again, or leave',
    'passkey.requesting': 'Each ceremony has a challenge of its own',
    customChallenge: 'Asks what the triggers of the pool want to know',
    selectMfaType: 'Asks which second factor to use or to set up',
    setupTotp: 'Sets up an authenticator app, which the pool requires',
    'setupTotp.failed': 'There is no secret to show: try again, or leave',
    'setupTotp.submitting': 'The app is verified: reports it to Cognito',
    'setupTotp.verified':
      'The app is verified, but Cognito has no report of it: try again, or leave',
    setupEmail: 'Requests an e-mail address for the codes',
    newPassword: 'Requests a new password and missing attributes',

    signUp: 'Requests username, password and attributes',
    'signUp.signingIn':
      'Signs in with the session of the sign-up, or with the password in the vault',
    confirmSignUp: 'Requests the code that proves the e-mail or phone',
    'confirmSignUp.editing': 'Another code can be sent after a time',
    'confirmSignUp.signingIn':
      'Signs in with the session of the sign-up, or with the password in the vault',

    forgotPassword: 'Asks who forgot the password, and has a code sent',
    resetPassword: 'Requests the code and a new password',
    'resetPassword.editing': 'Another code can be sent after a time',
    'resetPassword.signingIn':
      'Signs in with the session of the sign-up, or with the password in the vault',

    signedIn: 'A user is signed in; the session refreshes itself',
    'signedIn.tasks': 'Carries out a task of the signed-in user',
    'signedIn.devices': 'Registers, remembers and forgets devices of the user',
    'signedIn.devices.remembering': 'Requested with a code, or in the account',
    'signedIn.passkeys': 'Creates and deletes passkeys of the user',
    'signedIn.passkeys.creating': 'The browser shows its dialog, and ends it after a time',
    'signedIn.setupTotp': 'Sets up an authenticator app for the signed-in user',
    'signedIn.setupTotp.failed': 'There is no secret to show: try again, or leave',
    'signedIn.setupTotp.preferring': 'The app is verified: makes Cognito require it',
    'signedIn.setupTotp.verified': 'The app is verified, but not required yet: try again, or leave',
    'signedIn.verifyContact': 'Asks which contact to verify, to reset a lost password',
    'signedIn.confirmContact': 'Requests the code that verifies an e-mail or phone',
    'signedIn.confirmContact.editing': 'Another code can be sent after a time',
    'signedIn.passkeyPrompt': 'Offers to create a passkey, for the next sign-in',
    'signedIn.passkeyPrompt.creating': 'The browser shows its dialog, and ends it after a time',
    'signedIn.revokingAll':
      'Signs out everywhere: a failure keeps the session, unless Cognito rejects it',

    signingOut: 'Ends the session, also at Cognito if it can be reached',
    'signingOut.ending': 'Cognito has ended the session: so does this browser',
  }),
)

/**
 * What a state is for: its own description, as the state of a step has, or that of our chart. `undefined` for a state that
 * needs none. XState's `description` is empty in our states, so that apps do not load the sentences.
 *
 * @example
 * descriptionOf(authMachine.states.signIn) // 'Requests the username, …'
 */
export function descriptionOf(node: AnyStateNode): string | undefined {
  const { description, machine, path } = node
  return description ?? (machine.id === 'auth' ? descriptions.get(path.join('.')) : undefined)
}

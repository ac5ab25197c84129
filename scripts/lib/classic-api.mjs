/**
 * Each function of the classic Amplify Auth API, the event (or the reading) that does the same here,
 * and the test that proves it. Routes, actors and tests are looked up: what does not exist fails.
 *
 * @typedef {{
 *   classic: string,
 *   event?: string,
 *   action: string,
 *   route?: string,
 *   operation: string,
 *   test: readonly [file: string, title: string],
 * }} ClassicFunction
 */

/** @type {readonly ClassicFunction[]} */
export const classicApi = [
  {
    classic: 'signIn(username, password)',
    event: 'signIn.submit',
    action: 'submit({ username, password })',
    operation: 'InitiateAuth, RespondToAuthChallenge',
    test: ['sign-in', 'signs in by SRP: the password is in no request'],
  },
  {
    classic: 'signIn(username)',
    event: 'signIn.submit',
    action: "submit({ username, authFlowType: 'CUSTOM_AUTH' })",
    operation: 'InitiateAuth',
    test: ['custom-challenge', 'questions %s: a wrong answer, then the right ones'],
  },
  {
    classic: 'confirmSignIn(user, code, mfaType)',
    event: 'confirmSignIn.submit',
    action: 'submit({ code, rememberDevice? })',
    operation: 'RespondToAuthChallenge',
    test: ['mfa', 'a code by %s: where it went, a wrong one, the right one'],
  },
  {
    classic: 'completeNewPassword(user, password, attributes)',
    event: 'newPassword.submit',
    action: 'submit({ password, attributes? })',
    operation: 'RespondToAuthChallenge',
    test: [
      'challenge-loop',
      'challenges follow each other: temporary password, setup of an app, tokens',
    ],
  },
  {
    classic: 'sendCustomChallengeAnswer(user, answer)',
    event: 'customChallenge.submit',
    action: 'submit({ answer })',
    operation: 'RespondToAuthChallenge',
    test: ['custom-challenge', 'questions %s: a wrong answer, then the right ones'],
  },
  {
    classic: 'SelectMFAType',
    event: 'selectMfaType.submit',
    action: 'submit({ mfaType })',
    operation: 'RespondToAuthChallenge',
    test: ['mfa', 'a choice between factors, then the code of the one that was chosen'],
  },
  {
    classic: 'signUp({ username, password, attributes, validationData })',
    event: 'signUp.submit',
    action: 'submit({ username, password, attributes?, validationData? })',
    operation: 'SignUp',
    test: [
      'sign-up',
      'signs up, confirms with the code and is signed in without typing the password again',
    ],
  },
  {
    classic: 'confirmSignUp(username, code)',
    event: 'confirmSignUp.submit',
    action: 'submit({ code })',
    operation: 'ConfirmSignUp',
    test: [
      'sign-up',
      'signs up, confirms with the code and is signed in without typing the password again',
    ],
  },
  {
    classic: 'resendSignUp(username)',
    event: 'confirmSignUp.resend',
    action: 'resend()',
    operation: 'ResendConfirmationCode',
    test: [
      'sign-up',
      'a code can be asked for again after its cool-down, and only the new one is good',
    ],
  },
  {
    classic: 'signOut()',
    event: 'signOut',
    action: 'signOut()',
    operation: 'RevokeToken',
    test: ['session', 'signing out forgets the tokens and revokes them'],
  },
  {
    classic: 'signOut({ global: true })',
    event: 'signOut',
    action: 'globalSignOut()',
    operation: 'GlobalSignOut',
    test: ['session', 'global sign-out ends other sessions too'],
  },
  {
    classic: 'forgotPassword(username)',
    event: 'forgotPassword.submit',
    action: 'submit({ username })',
    operation: 'ForgotPassword',
    test: [
      'forgot-password',
      'a code, a wrong one first, a weak password, then signed in without typing it again',
    ],
  },
  {
    classic: 'forgotPasswordSubmit(username, code, password)',
    event: 'resetPassword.submit',
    action: 'submit({ code, password })',
    operation: 'ConfirmForgotPassword',
    test: [
      'forgot-password',
      'a code, a wrong one first, a weak password, then signed in without typing it again',
    ],
  },
  {
    classic: 'changePassword(user, oldPassword, newPassword)',
    event: 'signedIn.changePassword',
    action: 'changePassword({ previousPassword, password })',
    operation: 'ChangePassword',
    test: ['account', 'the password: the wrong one points to its field, then it is changed'],
  },
  {
    classic: 'currentSession()',
    route: 'any',
    action: 'auth.getSession()',
    operation: 'GetTokensFromRefreshToken, when due',
    test: ['session', 'past its time the session is refreshed once, however many ask'],
  },
  {
    classic: 'currentAuthenticatedUser()',
    route: 'signedIn',
    action: 'view.user',
    operation: '',
    test: ['session', 'a reload finds the session without asking Cognito'],
  },
  {
    classic: 'userAttributes(user)',
    event: 'signedIn.load',
    action: 'loadProfile() → profile.data.attributes',
    operation: 'GetUser',
    test: ['account', 'attributes: read, changed, deleted; what was read follows by itself'],
  },
  {
    classic: 'updateUserAttributes(user, attributes)',
    event: 'signedIn.updateAttributes',
    action: 'updateAttributes({ attributes })',
    operation: 'UpdateUserAttributes',
    test: ['account', 'attributes: read, changed, deleted; what was read follows by itself'],
  },
  {
    classic: 'deleteUserAttributes(user, names)',
    event: 'signedIn.deleteAttributes',
    action: 'deleteAttributes({ names })',
    operation: 'DeleteUserAttributes',
    test: ['account', 'attributes: read, changed, deleted; what was read follows by itself'],
  },
  {
    classic: 'verifiedContact(user)',
    event: 'verifyContact.submit',
    action: 'contacts, submit({ attribute }), skip()',
    operation: 'GetUserAttributeVerificationCode',
    test: ['account', 'an unverified contact after sign-in: a code, or skip'],
  },
  {
    classic: 'verifyCurrentUserAttribute(attribute)',
    event: 'signedIn.verifyAttribute',
    action: 'verifyAttribute({ attribute })',
    operation: 'GetUserAttributeVerificationCode',
    test: ['account', 'a contact as it is can be verified from the account, with a further code'],
  },
  {
    classic: 'verifyCurrentUserAttributeSubmit(attribute, code)',
    event: 'confirmContact.submit',
    action: 'submit({ code })',
    operation: 'VerifyUserAttribute',
    test: ['account', 'a changed e-mail is confirmed by the code that was sent to it'],
  },
  {
    classic: 'setupTOTP(user)',
    event: 'signedIn.setupTotp',
    action: 'setupTotp() → secret, setupUri(issuer)',
    operation: 'AssociateSoftwareToken',
    test: [
      'account',
      'an authenticator app set up while signed in, its preference, and none again',
    ],
  },
  {
    classic: 'verifyTotpToken(user, code)',
    event: 'setupTotp.submit',
    action: 'submit({ code, deviceName? })',
    operation: 'VerifySoftwareToken',
    test: ['mfa', 'an authenticator app set up on the way in, and asked for the next time'],
  },
  {
    classic: 'setPreferredMFA(user, type)',
    event: 'signedIn.setMfaPreference',
    action: "setMfaPreference({ TOTP: 'PREFERRED', … })",
    operation: 'SetUserMFAPreference',
    test: [
      'account',
      'an authenticator app set up while signed in, its preference, and none again',
    ],
  },
  {
    classic: 'getPreferredMFA(user)',
    event: 'signedIn.load',
    action: 'loadProfile() → profile.data.mfa',
    operation: 'GetUser',
    test: [
      'account',
      'an authenticator app set up while signed in, its preference, and none again',
    ],
  },
  {
    classic: 'fetchDevices()',
    event: 'signedIn.load',
    action: 'loadDevices() → devices.data',
    operation: 'ListDevices',
    test: [
      'devices',
      'a device that is remembered stands for the second factor, by SRP of its own',
    ],
  },
  {
    classic: 'rememberDevice()',
    event: 'signedIn.rememberDevice',
    action: 'rememberDevice(key?)',
    operation: 'UpdateDeviceStatus',
    test: [
      'devices',
      'remembered from the account, then forgotten: the next sign-in asks for the factor',
    ],
  },
  {
    classic: 'forgetDevice()',
    event: 'signedIn.forgetDevice',
    action: 'forgetDevice(key?)',
    operation: 'ForgetDevice',
    test: [
      'devices',
      'remembered from the account, then forgotten: the next sign-in asks for the factor',
    ],
  },
  {
    classic: 'deleteUser()',
    event: 'signedIn.deleteUser',
    action: 'deleteUser()',
    operation: 'DeleteUser',
    test: ['account', 'a deleted account is gone, with everything that was kept of it'],
  },
]

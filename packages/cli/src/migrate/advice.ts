/** What to do with functions that no rule rewrites: most are an action of the view of their route. */
const actions: ReadonlyMap<string, string> = new Map(
  Object.entries({
    signIn:
      'view.submit({ username, password }) on the route signIn; what comes next is the next route. Move it first: until then the auth sees a sign-in after a reload',
    confirmSignIn:
      'view.submit({ code }) on confirmSignIn; selectMfaType, setupTotp, newPassword and customChallenge are routes of their own',
    completeNewPassword: 'view.submit({ password, attributes }) on the route newPassword',
    sendCustomChallengeAnswer: 'view.submit({ answer }) on the route customChallenge',
    signUp:
      'view.submit({ username, password, attributes }) on the route signUp; view.goSignUp() leads there',
    confirmSignUp: 'view.submit({ code }) on the route confirmSignUp; the user is signed in then',
    resendSignUp: 'view.resend() on the route confirmSignUp',
    resendSignUpCode: 'view.resend() on the route confirmSignUp',
    autoSignIn: 'nothing: confirmSignUp signs in where the password is still known',
    forgotPassword:
      'view.submit({ username }) on the route forgotPassword; view.goForgotPassword() leads there',
    forgotPasswordSubmit: 'view.submit({ code, password }) on the route resetPassword',
    resetPassword:
      'view.submit({ username }) on the route forgotPassword; view.goForgotPassword() leads there',
    confirmResetPassword: 'view.submit({ code, password }) on the route resetPassword',
    changePassword: 'view.changePassword({ previousPassword, password }) on the route signedIn',
    updatePassword: 'view.changePassword({ previousPassword, password }) on the route signedIn',
    currentUserInfo: 'view.user, or (await auth.getSession()).user',
    currentUserPoolUser: 'view.user, or (await auth.getSession()).user',
    userAttributes: 'view.loadProfile(), then view.profile.data.attributes, on the route signedIn',
    updateUserAttributes: 'view.updateAttributes({ attributes }) on the route signedIn',
    updateUserAttribute: 'view.updateAttributes({ attributes }) on the route signedIn',
    deleteUserAttributes: 'view.deleteAttributes({ names }) on the route signedIn',
    verifiedContact: 'the route verifyContact has contacts',
    verifyUserAttribute: 'view.verifyAttribute({ attribute }) on the route signedIn',
    verifyCurrentUserAttribute: 'view.verifyAttribute({ attribute }) on the route signedIn',
    sendUserAttributeVerificationCode: 'view.verifyAttribute({ attribute }) on the route signedIn',
    verifyUserAttributeSubmit: 'view.submit({ code }) on the route confirmContact',
    verifyCurrentUserAttributeSubmit: 'view.submit({ code }) on the route confirmContact',
    confirmUserAttribute: 'view.submit({ code }) on the route confirmContact',
    setupTOTP:
      'view.setupTotp() on the route signedIn leads to the route setupTotp, which has the secret',
    setUpTOTP:
      'view.setupTotp() on the route signedIn leads to the route setupTotp, which has the secret',
    verifyTotpToken: 'view.submit({ code }) on the route setupTotp',
    verifyTOTPSetup: 'view.submit({ code }) on the route setupTotp',
    setPreferredMFA: "view.setMfaPreference({ TOTP: 'PREFERRED' }) on the route signedIn",
    updateMFAPreference: "view.setMfaPreference({ TOTP: 'PREFERRED' }) on the route signedIn",
    getPreferredMFA: 'view.loadProfile(), then view.profile.data.mfa, on the route signedIn',
    fetchMFAPreference: 'view.loadProfile(), then view.profile.data.mfa, on the route signedIn',
    fetchDevices: 'view.loadDevices(), then view.devices.data, on the route signedIn',
    rememberDevice: 'view.rememberDevice(key?) on the route signedIn',
    forgetDevice: 'view.forgetDevice(key?) on the route signedIn',
    deleteUser: 'view.deleteUser() on the route signedIn',
    associateWebAuthnCredential: 'view.registerPasskey() on the route signedIn',
    listWebAuthnCredentials: 'view.loadPasskeys(), then view.passkeys.data, on the route signedIn',
    deleteWebAuthnCredential: 'view.deletePasskey({ id }) on the route signedIn',
    fetchAuthSession: 'auth.getSession(): { user, idToken, accessToken }; auth.credentials()',
    currentSession: 'auth.getSession(): { user, idToken, accessToken }',
    userSession: 'auth.getSession(): { user, idToken, accessToken }',
    getCurrentUser: 'view.user, or (await auth.getSession()).user',
    currentAuthenticatedUser: 'view.user, or (await auth.getSession()).user',
    signOut: 'view.signOut() and view.globalSignOut() on the route signedIn',
    signInWithRedirect: 'view.redirect({ provider, customState }) on the route signIn',
    federatedSignIn:
      'view.redirect({ provider }) on the route signIn; auth.federatedSignIn() for tokens of a provider',
    configure: 'createAuth({ config }) takes the configuration as it is',
    'Amplify.configure': 'createAuth({ config }) takes the configuration as it is',
    'Hub.listen': "auth.on('signedIn', ({ user }) => …): the events have other names",
    Authenticator:
      '<AuthGate fallback={<AuthScreens />}> below <AuthProvider auth={auth}>; npx authchart add writes AuthScreens',
    useAuthenticator: 'useAuthMachine() gives the view: data and actions of the current route',
    withAuthenticator:
      'withAuth(App, { auth, screens: AuthScreens }); npx authchart add writes AuthScreens',
    cognitoUserPoolsTokenProvider:
      'createAuth({ storage }): cookieStorage() or webStorage() of @authchart/machine/browser',
  }),
)

const ofIdentityJs: ReadonlyMap<string, string> = new Map(
  Object.entries({
    CognitoUserPool: 'createAuth({ config: { userPoolId, userPoolClientId } })',
    CognitoUser:
      'what its methods do is an action of the view; toCognitoUser(auth) gives one for the rest',
    AuthenticationDetails: 'view.submit({ username, password }) on the route signIn',
    CognitoUserAttribute: 'attributes are an object: { email, given_name }',
    CognitoUserSession: 'auth.getSession(): { user, idToken, accessToken }',
    CookieStorage: 'createAuth({ storage: cookieStorage() }), of @authchart/machine/browser',
    getCurrentUser: 'auth.getView().user, or (await auth.getSession()).user',
  }),
)

const byDefault = 'see the page: it has no equal that can be put in its place'

/** What to do for a function or an export of a library. */
export function adviceFor(name: string, isIdentityJs: boolean): string {
  const table = isIdentityJs ? ofIdentityJs : actions
  return table.get(name) ?? byDefault
}

/** All functions with an advice, for the pages that the links lead to. */
export const advised = {
  amplify: [...actions.keys()],
  identityJs: [...ofIdentityJs.keys()],
}

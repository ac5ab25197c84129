import { masked } from './mfa.ts'
import { createUser, openAccount } from './person.ts'
import { backToSignIn, type Step } from './step.ts'
import { signIn, type Visitor } from './visitor.ts'

async function openSignUp({ app }: Visitor): Promise<void> {
  await app.open()
  await app.signIn.createAccount.click()
}

async function openForgotPassword({ app, cognito, person }: Visitor): Promise<void> {
  await openAccount(cognito, person)
  app.configure({ authenticationFlowType: 'USER_PASSWORD_AUTH' })
  await app.open()
  await app.signIn.forgotPassword.click()
}

async function openVerifyContact(visitor: Visitor): Promise<void> {
  await createUser(visitor.cognito, visitor.person, { email_verified: 'false' })
  await signIn(visitor)
}

/** What people do about their account before they are signed in. */
export const accountSteps: readonly Step[] = [
  {
    ...backToSignIn,
    name: 'signUp',
    route: 'signUp',
    reach: openSignUp,
    shows: () => ['A symbol, like'],
    async fill({ app, person }) {
      await app.signUp.email.fill(person.email)
      await app.signUp.password.fill(person.password)
    },
    submit: (app) => app.signUp.createAccount,
    operation: 'SignUp',
    next: 'confirmSignUp',
    leave: (app) => app.signUp.haveAccount,
  },
  {
    ...backToSignIn,
    name: 'confirmSignUp',
    route: 'confirmSignUp',
    async reach(visitor) {
      await openSignUp(visitor)
      await visitor.app.signUp.submit(visitor.person)
    },
    shows: ({ person }) => [masked(person)],
    fill: async ({ app, cognito, person }) =>
      app.confirmSignUp.code.fill(await cognito.lastCode(person.email)),
    submit: (app) => app.confirmSignUp.confirm,
    operation: 'ConfirmSignUp',
    next: 'signedIn',
  },
  {
    ...backToSignIn,
    name: 'forgotPassword',
    route: 'forgotPassword',
    reach: openForgotPassword,
    shows: () => ['Tell us who you are'],
    fill: ({ app, person }) => app.forgotPassword.email.fill(person.email),
    submit: (app) => app.forgotPassword.send,
    operation: 'ForgotPassword',
    next: 'resetPassword',
  },
  {
    ...backToSignIn,
    name: 'resetPassword',
    route: 'resetPassword',
    async reach(visitor) {
      await openForgotPassword(visitor)
      await visitor.app.forgotPassword.submit(visitor.person.email)
    },
    shows: ({ person }) => [masked(person), 'A symbol, like'],
    async fill({ app, canary, cognito, person }) {
      await app.resetPassword.code.fill(await cognito.lastCode(person.email))
      await app.resetPassword.password.input.fill(canary.password())
    },
    submit: (app) => app.resetPassword.setPassword,
    operation: 'ConfirmForgotPassword',
    next: 'signedIn',
  },
]

/** After the tokens: the user is signed in already. */
export const contactSteps: readonly Step[] = [
  {
    name: 'verifyContact',
    route: 'verifyContact',
    reach: openVerifyContact,
    shows: ({ person }) => [`Email: ${person.email}`],
    fill: async ({ app }) => app.verifyContact.contacts.first().check(),
    submit: (app) => app.verifyContact.send,
    operation: 'GetUserAttributeVerificationCode',
    next: 'confirmContact',
    leave: (app) => app.verifyContact.skip,
    leavesTo: 'signedIn',
  },
  {
    name: 'confirmContact',
    route: 'confirmContact',
    async reach(visitor) {
      await openVerifyContact(visitor)
      await visitor.app.verifyContact.send.click()
    },
    shows: ({ person }) => ['your email', masked(person)],
    fill: async ({ app, cognito, person }) =>
      app.confirmContact.code.fill(await cognito.lastCode(person.email)),
    submit: (app) => app.confirmContact.confirm,
    operation: 'VerifyUserAttribute',
    next: 'signedIn',
    leave: (app) => app.confirmContact.skip,
    leavesTo: 'signedIn',
  },
]

import { addApp, createMfaUser, masked, maskedPhone, phone, turnOn } from './mfa.ts'
import { createUser, invite } from './person.ts'
import { mfaPool, nameRequiredPool, totpPool } from './pools.ts'
import { backToSignIn, type Step } from './step.ts'
import { signIn } from './visitor.ts'

const challenge = { ...backToSignIn, operation: 'RespondToAuthChallenge' } as const

const confirmSignIn = {
  ...challenge,
  route: 'confirmSignIn',
  submit: (app) => app.confirmSignIn.confirm,
  next: 'signedIn',
} as const satisfies Partial<Step>

/** By the name of the step: its authenticator app's secret. */
const secrets = new WeakMap<object, string>()

/** What Cognito can ask for between the password and the tokens. */
export const challengeSteps: readonly Step[] = [
  {
    ...confirmSignIn,
    name: 'confirmSignIn by SMS',
    async reach(visitor) {
      await createMfaUser(visitor.cognito, visitor.person, 'SMSMfaSettings')
      await signIn(visitor)
    },
    shows: () => ['by text message', maskedPhone],
    fill: async ({ app, cognito }) => app.confirmSignIn.code.fill(await cognito.lastCode(phone)),
  },
  {
    ...confirmSignIn,
    name: 'confirmSignIn by e-mail',
    async reach(visitor) {
      await createMfaUser(visitor.cognito, visitor.person, 'EmailMfaSettings')
      await signIn(visitor)
    },
    shows: ({ person }) => ['by email', masked(person)],
    fill: async ({ app, cognito, person }) =>
      app.confirmSignIn.code.fill(await cognito.lastCode(person.email)),
  },
  {
    ...confirmSignIn,
    name: 'confirmSignIn by authenticator app',
    async reach(visitor) {
      const { canary, cognito, person } = visitor
      await cognito.patchPool(mfaPool('OPTIONAL'))
      await createUser(cognito, person)
      secrets.set(canary, await addApp(cognito, canary, person, 'Pocket phone'))
      await turnOn(cognito, person, 'SoftwareTokenMfaSettings')
      await signIn(visitor)
    },
    shows: () => ['Pocket phone'],
    async fill({ app, canary, cognito }) {
      const code = await canary.totpCode(secrets.get(canary) ?? '', cognito.now)
      await app.confirmSignIn.code.fill(code)
    },
  },
  {
    ...challenge,
    name: 'customChallenge',
    route: 'customChallenge',
    async reach({ app, canary, cognito, person }) {
      cognito.quiz.word = canary.password()
      await createUser(cognito, person)
      app.configure({ authenticationFlowType: 'CUSTOM_AUTH' })
      await app.open()
      await app.signIn.submit(person)
    },
    shows: ({ cognito }) => [cognito.quiz.question, cognito.quiz.hint],
    fill: ({ app, cognito }) => app.customChallenge.answer.fill(cognito.quiz.word),
    submit: (app) => app.customChallenge.submitAnswer,
    next: 'signedIn',
  },
  {
    ...challenge,
    name: 'selectMfaType',
    route: 'selectMfaType',
    async reach(visitor) {
      const { cognito, person } = visitor
      await createMfaUser(cognito, person, 'SMSMfaSettings', 'EmailMfaSettings')
      await signIn(visitor)
    },
    shows: () => ['Get a code by', 'Text message (SMS)', 'Email'],
    fill: ({ app }) => app.selectMfaType.email.check(),
    submit: (app) => app.selectMfaType.continue,
    next: 'confirmSignIn',
  },
  {
    ...challenge,
    name: 'setupTotp',
    route: 'setupTotp',
    async reach(visitor) {
      await visitor.cognito.patchPool(totpPool)
      await createUser(visitor.cognito, visitor.person)
      await signIn(visitor)
    },
    shows: () => [/[A-Z2-7]{16,}/],
    async fill({ app, canary, cognito }) {
      const secret = await app.setupTotp.readSecret()
      await app.setupTotp.code.fill(await canary.totpCode(secret, cognito.now))
    },
    submit: (app) => app.setupTotp.confirm,
    operation: 'VerifySoftwareToken',
    next: 'signedIn',
    leave: (app) => app.setupTotp.leave,
  },
  {
    ...challenge,
    name: 'setupEmail',
    route: 'setupEmail',
    async reach(visitor) {
      const { app, cognito, person } = visitor
      await cognito.patchPool({ ...mfaPool('ON'), AutoVerifiedAttributes: [] })
      await createUser(cognito, person, { email_verified: 'false' })
      await signIn(visitor)
      await app.expectRoute('selectMfaType')
      await app.selectMfaType.choose(app.selectMfaType.email)
    },
    shows: () => ['send a code to this address'],
    fill: ({ app, person }) => app.setupEmail.email.fill(`second.${person.email}`),
    submit: (app) => app.setupEmail.send,
    next: 'confirmSignIn',
  },
  {
    ...challenge,
    name: 'newPassword',
    route: 'newPassword',
    async reach(visitor) {
      await visitor.cognito.patchPool(nameRequiredPool)
      await invite(visitor.cognito, visitor.person)
      await signIn(visitor)
    },
    shows: () => ['Given name', 'A symbol, like'],
    async fill({ app, canary }) {
      await app.newPassword.input.fill(canary.password())
      await app.newPassword.givenName.fill('Ada')
    },
    submit: (app) => app.newPassword.continue,
    next: 'signedIn',
  },
]

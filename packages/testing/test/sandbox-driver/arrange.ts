import { actorOf } from '@authchart/machine/xstate'
import { answerBeforeStorageError } from '../../src/catalogue/answer-before-storage-error.ts'
import { type Outcome, toError } from '../../src/catalogue/outcome.ts'
import type { Rejection } from '../../src/catalogue/rejections.ts'
import type { ExpectedStep } from '../../src/run/driver.ts'
import type { App } from './app.ts'
import type { Fault } from './backend.ts'
import {
  canBeginWith,
  type FirstChallenge,
  isFirstChallenge,
  isSessionNext,
  type UserAuth,
  userAuthOf,
} from './first-factors.ts'
import type { PausedRequest } from './gate.ts'
import { store } from './stored.ts'
import type { Account } from './test-users.ts'
import { isWanted, unknownChallenge } from './wanted.ts'

interface Arrangement {
  readonly app: App
  readonly outcome: Outcome
  readonly request: PausedRequest
  readonly expected: ExpectedStep
}

type Arrange = (arrangement: Arrangement) => Promise<unknown>

/** What makes the sandbox answer so, before the request reaches it. */
export async function arrange(arrangement: Arrangement): Promise<void> {
  const { app, outcome } = arrangement
  const answered = answerBeforeStorageError(outcome)
  if (answered) {
    app.rejected.add('setItem')
    return arrange({ ...arrangement, outcome: answered })
  }
  const own = arrangements[outcome.actor]
  if (own) await own(arrangement)
  else await reject(arrangement)
}

function faultOf({ operation, type, message }: Rejection): Fault {
  switch (type) {
    case 'NetworkError':
      return { drop: true }
    case 'NonJsonAnswerError':
      return { status: 503, body: '<html>Sorry</html>' }
    default:
      return { type: operation === 'oauth2/token' ? message : type, message, status: 400 }
  }
}

/** If an actor sends several requests, usually the last is rejected. */
async function reject({ app, outcome: { rejection }, request }: Arrangement): Promise<void> {
  if (!rejection || rejection.operation === 'browser') return
  const isFollowed = request.what === 'GetId' || (request.what === 'InitiateAuth' && isSrp(request))
  await app.backend.fail(isFollowed ? rejection.operation : request.what, faultOf(rejection))
}

const isSrp = ({ body }: PausedRequest) => body.includes('"SRP_A"')

/** The account that signs in, by the request; SRP does not contain the password. */
function accountIn({ app, request }: Arrangement): Account {
  const { AuthParameters = {} }: { AuthParameters?: Record<string, string> } = JSON.parse(
    request.body,
  )
  const { USERNAME: username = '', PASSWORD: password = app.current.account.password } =
    AuthParameters
  return { username, password }
}

/** What follows the proof of the password, or the answer to a challenge. */
async function answer(arrangement: Arrangement, account: Account): Promise<void> {
  const { app, outcome, request } = arrangement
  const { people, backend } = app
  const { name } = outcome
  app.current.account = account
  const { passkeyOffer } = { ...Object(outcome.output?.(backend.clock.now())) }
  app.passkeys.offer = passkeyOffer
  const userAuth = userAuthOf(request)
  const last = isSrp(request) ? 'RespondToAuthChallenge' : request.what
  if (isFirstChallenge(name)) {
    if (userAuth && canBeginWith(userAuth, name)) {
      return people.prepareFirst(name, account, withoutFactor(userAuth, name))
    }
    await people.addFirst(name, account)
    const preferred = name === 'SELECT_CHALLENGE' ? {} : { PREFERRED_CHALLENGE: name }
    const parameters = { USERNAME: account.username, ...preferred }
    return backend.fail(last, { body: await backend.initiateAuth('USER_AUTH', parameters) })
  }
  if (passkeyOffer !== undefined) await people.removePasskeys(account)
  await prepareNext(arrangement, account)
  // Cognito returns the challenge of the requested factor. The walk goes on as after a password.
  if (userAuth && !userAuth.isByPassword && !userAuth.isBySession) {
    const { username: USERNAME, password: PASSWORD } = app.current.account
    const body = await backend.initiateAuth('USER_PASSWORD_AUTH', { USERNAME, PASSWORD })
    await backend.fail(last, { body })
  }
}

/** The factor that the pool does not have, so that its request is answered by the choice. */
function withoutFactor(
  { preferred, isByPassword }: UserAuth,
  challenge: FirstChallenge,
): string | undefined {
  return challenge === 'SELECT_CHALLENGE' && !isByPassword ? preferred : undefined
}

async function prepareNext(
  { app, outcome: { name }, request }: Arrangement,
  account: Account,
): Promise<void> {
  const { people, backend } = app
  if (isWanted(name)) return people.prepareChallenge(name, account)
  if (name === 'an unknown challenge') {
    const last = isSrp(request) ? 'RespondToAuthChallenge' : request.what
    await backend.fail(last, { body: unknownChallenge })
    return
  }
  if (name === 'tokens, and an unverified contact') {
    // A code that was sent to an address verifies it.
    app.current.account = await people.unverify(account, request.what === 'RespondToAuthChallenge')
  }
  await backend.trackDevices(name === 'tokens, and a new device' ? 'the user' : 'no device')
  await backend.want({ challenge: null })
}

const signIn: Arrange = async (arrangement) => {
  const { app, outcome } = arrangement
  const account = accountIn(arrangement)
  const userAuth = userAuthOf(arrangement.request)
  if (userAuth) await app.backend.allowUserAuth()
  if (userAuth && !userAuth.isByPassword && outcome.rejection) {
    app.current.account = account
    return rejectUser(arrangement)
  }
  if (userAuth?.isBySession) {
    await app.people.update(account.username, app.people.verified())
    return answer(arrangement, account)
  }
  switch (outcome.rejection?.type) {
    case 'UserNotConfirmedException':
      return app.people.signUpUnconfirmed(account)
    case 'PasswordResetRequiredException':
      return app.people.forceReset(account)
    case undefined:
      await app.people.confirm(account)
      return answer(arrangement, account)
    default:
      // Without a password there would be no second request to reject.
      if (isSrp(arrangement.request)) await app.people.confirm(account)
      return reject(arrangement)
  }
}

/** After a rejection for the state of the user, prepares what this state requires. */
const rejectUser: Arrange = async (arrangement) => {
  const { app, outcome } = arrangement
  await reject(arrangement)
  const isSignedIn = app.snapshot()?.hasTag('authenticated')
  if (isSignedIn) return
  if (outcome.rejection?.type === 'UserNotConfirmedException')
    await app.people.signUpUnconfirmed(app.current.account)
  if (outcome.rejection?.type === 'PasswordResetRequiredException') {
    await app.people.forceReset(app.current.account)
  }
}

/** The code is right only for a user who has not used it yet. */
const confirmOrReject =
  (alreadyConfirmed: string): Arrange =>
  async (arrangement) => {
    const { app, outcome } = arrangement
    if (outcome.rejection?.message !== alreadyConfirmed) return reject(arrangement)
    await app.backend.admin('AdminConfirmSignUp', { Username: app.current.account.username })
  }

const confirmNew = confirmOrReject('User cannot be confirmed. Current status is CONFIRMED')

const usernameOfUser = (app: App): string =>
  actorOf(app.auth).getSnapshot().context.user?.username ?? ''

const arrangements: Readonly<Partial<Record<string, Arrange>>> = {
  readSession: ({ app, outcome }) => store(app, outcome),
  signIn,
  autoSignIn: signIn,

  async respondToChallenge(arrangement) {
    const { app, outcome } = arrangement
    if (outcome.rejection) return rejectUser(arrangement)
    const { NEW_PASSWORD } = JSON.parse(arrangement.request.body).ChallengeResponses
    const password = NEW_PASSWORD ?? app.current.account.password
    await answer(arrangement, { ...app.current.account, password })
  },
  verifySoftwareToken: rejectUser,
  resetPassword: rejectUser,

  async signUp(arrangement) {
    const { app, outcome, request } = arrangement
    await app.backend.allowUserAuth(false)
    if (outcome.name !== 'confirmed by a trigger') return reject(arrangement)
    await app.people.confirm(app.current.account)
    await app.backend.fail(request.what, {
      body: { UserConfirmed: true, UserSub: 'of-the-trigger' },
    })
  },
  async confirmSignUp(arrangement) {
    const { app, expected } = arrangement
    const isStored = expected.step.to.facts.has('passwordStored')
    const isNeeded = !isStored || app.people.hasNoPassword(app.current.account)
    await app.backend.allowUserAuth(isNeeded && isSessionNext(expected))
    await confirmNew(arrangement)
  },
  resendSignUpCode: confirmOrReject('User is already confirmed.'),

  async forgotPassword(arrangement) {
    const { app, outcome } = arrangement
    if (outcome.rejection) return reject(arrangement)
    const Username = app.current.account.username
    const isKnown = await app.backend.admin('AdminGetUser', { Username })
    if (!isKnown) await app.people.confirm(app.current.account)
  },

  async confirmDevice(arrangement) {
    const { app, outcome, request } = arrangement
    if (outcome.rejection) return reject(arrangement)
    await app.people.forgetDeviceConfirmation(
      usernameOfUser(app),
      JSON.parse(request.body).DeviceKey,
    )
    const isUpToUser = outcome.name === 'to be remembered if the user wants'
    await app.backend.trackDevices(isUpToUser ? 'the user' : 'the pool')
  },

  /** A second factor by e-mail. */
  async setMfaPreference(arrangement) {
    if (arrangement.outcome.rejection) return reject(arrangement)
    await arrangement.app.people.update(usernameOfUser(arrangement.app), { email_verified: 'true' })
  },

  async changePassword(arrangement) {
    const { app, outcome } = arrangement
    if (outcome.rejection) return reject(arrangement)
    app.people.setsPassword(app.current.account)
  },

  async autofillPasskey({ app, outcome: { rejection } }) {
    const { current, passkeys } = app
    passkeys.failure = rejection && toError(rejection)
    current.account = current.autofilled ?? current.account
  },
  async getPasskey({ app, outcome: { rejection } }) {
    app.passkeys.failure = rejection && toError(rejection)
  },
  async createPasskey({ app, outcome: { rejection } }) {
    app.passkeys.failure = rejection && toError(rejection)
  },

  async endSession({ app, outcome }) {
    if (outcome.rejection) app.rejected.add('removeItem')
  },

  async redirectToSignIn({ app, outcome, expected }) {
    const { rejection, name } = outcome
    if (rejection?.type === 'StorageError') app.rejected.add('setItem')
    if (rejection?.type === 'ConfigError') app.browser.address = undefined
    app.browser.onReturn = async (url) => {
      if (name === 'the user gave up') return undefined
      const account = await app.people.confirmed()
      app.current.account = account
      return returned(app, expected.rest, url, account)
    }
  },
  async completeRedirect(arrangement) {
    const { app, outcome } = arrangement
    if (outcome.rejection?.type === 'StateMismatchError') app.forgetRedirects()
    if (outcome.rejection?.operation === 'oauth2/token') {
      await app.backend.fail('oauth2/token', faultOf(outcome.rejection))
    }
  },
  async redirectToSignOut({ app, outcome }) {
    if (outcome.rejection) app.browser.address = undefined
    app.browser.onReturn = async () => undefined
  },
}

/** The address with which the hosted UI leads back, for what the walk makes of it. */
export async function returned(
  app: App,
  rest: ExpectedStep['rest'],
  url: string,
  account: Account,
): Promise<string> {
  const next = rest.find(({ outcome }) => outcome?.actor === 'completeRedirect')?.outcome?.rejection
  const isRejected = next?.operation === 'browser' && next.type === 'HostedUiError'
  if (!isRejected) return app.visit(url, account)
  const { searchParams } = new URL(url)
  const back = new URL(searchParams.get('redirect_uri') ?? '')
  back.searchParams.set('error', next.message)
  back.searchParams.set('state', searchParams.get('state') ?? '')
  return back.href
}

import type { Outcome } from '../../src/catalogue/outcome.ts'
import type { Refusal } from '../../src/catalogue/refusals.ts'
import { unkept } from '../../src/catalogue/unkept.ts'
import type { ExpectedStep } from '../../src/run/driver.ts'
import type { App } from './app.ts'
import type { Fault } from './backend.ts'
import type { Held } from './gate.ts'
import type { Account } from './people.ts'
import { store } from './stored.ts'
import { isWanted, unknownChallenge } from './wanted.ts'

interface Arrangement {
  readonly app: App
  readonly outcome: Outcome
  readonly held: Held
  readonly expected: ExpectedStep
}

type Arrange = (arrangement: Arrangement) => Promise<unknown>

/** What makes the sandbox answer so, before the request reaches it. */
export async function arrange(arrangement: Arrangement): Promise<void> {
  const { app, outcome } = arrangement
  const answered = unkept(outcome)
  if (answered) {
    app.refused.add('setItem')
    return arrange({ ...arrangement, outcome: answered })
  }
  const own = arrangements[outcome.actor]
  if (own) await own(arrangement)
  else await refuse(arrangement)
}

function faultOf({ operation, type, message }: Refusal): Fault {
  switch (type) {
    case 'NetworkError':
      return { drop: true }
    case 'NonJsonAnswerError':
      return { status: 503, body: '<html>Sorry</html>' }
    default:
      return { type: operation === 'oauth2/token' ? message : type, message, status: 400 }
  }
}

/** Of several requests of an actor, it is the last that is refused as a rule. */
async function refuse({ app, outcome: { refusal }, held }: Arrangement): Promise<void> {
  if (!refusal || refusal.operation === 'browser') return
  const isFollowed = held.what === 'GetId' || (held.what === 'InitiateAuth' && isSrp(held))
  await app.backend.fail(isFollowed ? refusal.operation : held.what, faultOf(refusal))
}

const isSrp = ({ body }: Held) => body.includes('"USER_SRP_AUTH"')

/** Who signs in, by the request; SRP does not tell the password. */
function accountIn({ app, held }: Arrangement): Account {
  const { AuthParameters = {} }: { AuthParameters?: Record<string, string> } = JSON.parse(held.body)
  const { USERNAME: username = '', PASSWORD: password = app.account.password } = AuthParameters
  return { username, password }
}

/** What follows the proof of the password, or the answer to a challenge. */
async function answer(arrangement: Arrangement, account: Account): Promise<void> {
  const { app, outcome, held } = arrangement
  const { people, backend } = app
  const { name } = outcome
  app.account = account
  if (isWanted(name)) return people.prepareChallenge(name, account)
  if (name === 'an unknown challenge') {
    const last = isSrp(held) ? 'RespondToAuthChallenge' : held.what
    await backend.fail(last, { body: unknownChallenge })
    return
  }
  if (name === 'tokens, and an unverified contact') {
    // A code that was sent to an address verifies it.
    app.account = await people.unverify(account, held.what === 'RespondToAuthChallenge')
  }
  await backend.trackDevices(name === 'tokens, and a new device' ? 'the user' : 'nobody')
  await backend.want({ challenge: null })
}

const signIn: Arrange = async (arrangement) => {
  const { app, outcome } = arrangement
  const account = accountIn(arrangement)
  switch (outcome.refusal?.type) {
    case 'UserNotConfirmedException':
      return app.people.unconfirm(account)
    case 'PasswordResetRequiredException':
      return app.people.forceReset(account)
    case undefined:
      await app.people.confirm(account)
      return answer(arrangement, account)
    default:
      return refuse(arrangement)
  }
}

/** What is refused for the state of the user is followed by what this state wants. */
const refuseUser: Arrange = async (arrangement) => {
  const { app, outcome } = arrangement
  await refuse(arrangement)
  const isSignedIn = app.snapshot()?.hasTag('authenticated')
  if (isSignedIn) return
  if (outcome.refusal?.type === 'UserNotConfirmedException') await app.people.unconfirm(app.account)
  if (outcome.refusal?.type === 'PasswordResetRequiredException') {
    await app.people.forceReset(app.account)
  }
}

/** The code is right only for somebody who has not given it yet. */
const confirmOrRefuse =
  (alreadyConfirmed: string): Arrange =>
  async (arrangement) => {
    const { app, outcome } = arrangement
    if (outcome.refusal?.message !== alreadyConfirmed) return refuse(arrangement)
    await app.backend.admin('AdminConfirmSignUp', { Username: app.account.username })
  }

const usernameOfUser = (app: App): string =>
  app.auth.actor.getSnapshot().context.user?.username ?? ''

const arrangements: Readonly<Partial<Record<string, Arrange>>> = {
  readSession: ({ app, outcome }) => store(app, outcome),
  signIn,
  autoSignIn: signIn,

  async respondToChallenge(arrangement) {
    const { app, outcome } = arrangement
    if (outcome.refusal) return refuseUser(arrangement)
    const { NEW_PASSWORD } = JSON.parse(arrangement.held.body).ChallengeResponses
    const password = NEW_PASSWORD ?? app.account.password
    await answer(arrangement, { ...app.account, password })
  },
  verifySoftwareToken: refuseUser,
  resetPassword: refuseUser,

  async signUp(arrangement) {
    const { app, outcome, held } = arrangement
    if (outcome.name !== 'confirmed by a trigger') return refuse(arrangement)
    await app.people.confirm(app.account)
    await app.backend.fail(held.what, { body: { UserConfirmed: true, UserSub: 'of-the-trigger' } })
  },
  confirmSignUp: confirmOrRefuse('User cannot be confirmed. Current status is CONFIRMED'),
  resendSignUpCode: confirmOrRefuse('User is already confirmed.'),

  async forgotPassword(arrangement) {
    const { app, outcome } = arrangement
    if (outcome.refusal) return refuse(arrangement)
    const Username = app.account.username
    const isKnown = await app.backend.admin('AdminGetUser', { Username })
    if (!isKnown) await app.people.confirm(app.account)
  },

  async confirmDevice(arrangement) {
    const { app, outcome, held } = arrangement
    if (outcome.refusal) return refuse(arrangement)
    await app.people.unconfirmDevice(usernameOfUser(app), JSON.parse(held.body).DeviceKey)
    const isUpToUser = outcome.name === 'to be remembered if the user wants'
    await app.backend.trackDevices(isUpToUser ? 'the user' : 'the pool')
  },

  /** Of a second factor by e-mail. */
  async setMfaPreference(arrangement) {
    if (arrangement.outcome.refusal) return refuse(arrangement)
    await arrangement.app.people.update(usernameOfUser(arrangement.app), { email_verified: 'true' })
  },

  async endSession({ app, outcome }) {
    if (outcome.refusal) app.refused.add('removeItem')
  },

  async redirectToSignIn({ app, outcome, expected }) {
    const { refusal, name } = outcome
    if (refusal?.type === 'StorageError') app.refused.add('setItem')
    if (refusal?.type === 'ConfigError') app.address = undefined
    app.comesBack = async (url) => {
      if (name === 'the user gave up') return undefined
      const account = await app.people.confirmed()
      app.account = account
      return returned(app, expected.rest, url, account)
    }
  },
  async completeRedirect(arrangement) {
    const { app, outcome } = arrangement
    if (outcome.refusal?.type === 'StateMismatchError') app.forgetRedirects()
    if (outcome.refusal?.operation === 'oauth2/token') {
      await app.backend.fail('oauth2/token', faultOf(outcome.refusal))
    }
  },
  async redirectToSignOut({ app, outcome }) {
    if (outcome.refusal) app.address = undefined
    app.comesBack = async () => undefined
  },
}

/** The address with which the hosted UI leads back, for what the walk makes of it. */
export async function returned(
  app: App,
  rest: ExpectedStep['rest'],
  url: string,
  account: Account,
): Promise<string> {
  const next = rest.find(({ outcome }) => outcome?.actor === 'completeRedirect')?.outcome?.refusal
  const isRefused = next?.operation === 'browser' && next.type === 'HostedUiError'
  if (!isRefused) return app.visit(url, account)
  const { searchParams } = new URL(url)
  const back = new URL(searchParams.get('redirect_uri') ?? '')
  back.searchParams.set('error', next.message)
  back.searchParams.set('state', searchParams.get('state') ?? '')
  return back.href
}

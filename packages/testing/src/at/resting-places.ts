import {
  type AuthEvent,
  type AuthInput,
  type AuthRoute,
  type AuthUser,
  type ChallengeRequest,
  type CodeDelivery,
  type Device,
  defaultPasswordPolicy,
  type FirstFactor,
  type Profile,
  type RestoreResult,
  Secret,
  type SignedOutScreen,
  type Unfinished,
} from '@authchart/machine'
import { challenges } from '../catalogue/challenges.ts'
import { delivery, otherUser, person, user } from '../catalogue/person.ts'
import type { PlaceFacts } from './place-facts.ts'
import type { Course, End } from './scripted-chart.ts'

/** The facts of any screen. */
export type AnyFacts = { readonly [Key in KeyOf]?: FactOf<Key> }
type KeyOf = { [Route in AuthRoute]: keyof PlaceFacts[Route] }[AuthRoute]
type FactOf<Key> = {
  [Route in AuthRoute]: Key extends keyof PlaceFacts[Route] ? PlaceFacts[Route][Key] : never
}[AuthRoute]

const challengeSession = new Secret('challenge-session-canary')

/** The course to each screen: what a page finds when it loads, as after a reload. */
export function restingCourse(route: AuthRoute, facts: AnyFacts): Course {
  const { found, ends = [], events = [] } = beginnings[route](facts)
  return {
    input: inputOf(facts),
    ends: [...(found ? [{ output: found }] : []), ...ends],
    events: [...factEvents(route, facts), ...events],
  }
}

/** After the confirmation of a sign-up, before the sign-in that follows. */
export function confirmedCourse(facts: AnyFacts): Course {
  const { username = person.username } = facts
  const found = screen({ route: 'confirmed', username })
  return { input: inputOf(facts), ends: [{ output: found }], events: [] }
}

/** At the code of a contact, after that of another one has been confirmed. */
export function nextContactCourse(facts: AnyFacts): Course {
  const { delivery: next, resendAt } = codeSent(facts)
  const { found } = signedIn(facts, { delivery, deliveries: [next], resendAt })
  return {
    input: inputOf(facts),
    ends: [{ output: found }, { output: { attribute: delivery.attribute } }],
    events: [{ type: 'confirmContact.submit', code: new Secret<string>(person.code) }],
  }
}

interface Beginning {
  /** What `readSession` finds; without it the page is still loading. */
  readonly found?: RestoreResult
  /** How the requests after it end. */
  readonly ends?: readonly End[]
  readonly events?: readonly AuthEvent[]
}

const beginnings: { readonly [Route in AuthRoute]: (facts: AnyFacts) => Beginning } = {
  restoring: () => ({}),
  signIn: (facts) => ({ found: screen({ route: 'signIn', username: facts.username ?? '' }) }),
  // The screens before them: they wait for a request from the start.
  redirecting: (facts) => beginnings.signIn(facts),
  signingOut: (facts) => beginnings.signedIn(facts),
  selectFactor: ({ factors = challenges.SELECT_CHALLENGE.factors, ...facts }) =>
    challenged(
      { ...facts, otherFactors: listIn(factors) },
      { type: 'factor', rejected: undefined },
    ),
  passkey: (facts) => challenged(facts, { type: 'passkey', request: challenges.WEB_AUTHN.request }),
  confirmSignIn: ({ mfaType = 'SMS', factor = 'second', ...facts }) => {
    const example = challenges[exampleOf[mfaType]]
    const { destination = example.destination, deviceName = example.deviceName } = facts
    return challenged(facts, { type: 'code', factor, mfaType, destination, deviceName })
  },
  customChallenge: ({ parameters = challenges.CUSTOM_CHALLENGE.parameters, ...facts }) =>
    challenged(facts, { type: 'custom', parameters }),
  selectMfaType: ({ purpose = 'signIn', ...facts }) =>
    purpose === 'setup'
      ? challenged(facts, { type: 'mfaSetup', options: facts.options ?? ['TOTP', 'EMAIL'] })
      : challenged(facts, { type: 'mfaType', options: facts.options ?? ['SMS', 'TOTP'] }),
  setupTotp,
  setupEmail: (facts) => challenged(facts, { type: 'mfaSetup', options: ['EMAIL'] }),
  newPassword: ({ missingAttributes = ['given_name'], ...facts }) =>
    challenged(facts, { type: 'newPassword', missingAttributes, providedAttributes: ['email'] }),
  signUp: (facts) => ({ found: screen({ route: 'signUp', username: facts.username ?? '' }) }),
  confirmSignUp: (facts) => ({ found: screen({ route: 'confirmSignUp', ...codeSent(facts) }) }),
  forgotPassword: (facts) => ({
    found: screen({ route: 'forgotPassword', username: facts.username ?? '' }),
  }),
  resetPassword: (facts) => ({ found: screen({ route: 'resetPassword', ...codeSent(facts) }) }),
  verifyContact: ({ contacts = [{ attribute: 'email', value: person.email }], ...facts }) =>
    signedIn(facts, { contacts }),
  confirmContact: (facts) => {
    const { delivery, resendAt } = codeSent(facts)
    return signedIn(facts, { delivery, resendAt })
  },
  passkeyPrompt: (facts) => signedIn(facts, { passkeyOffer: 'prompt' }),
  signedIn: (facts) => signedIn(facts),
}

/** By the factor, the example of the catalogue. */
const exampleOf = { SMS: 'SMS_MFA', TOTP: 'SOFTWARE_TOKEN_MFA', EMAIL: 'EMAIL_OTP' } as const

function setupTotp(facts: AnyFacts): Beginning {
  const { secret = person.totpSecret, isVerified, canRetry } = facts
  const isSignedIn = facts.user !== undefined
  const found = isSignedIn
    ? signedIn(facts, { isTotpUnfinished: true })
    : challenged(facts, { type: 'mfaSetup', options: ['TOTP'] })
  const associated = { output: { secret: new Secret(secret), challenge: undefined } }
  const cancel = { type: 'setupTotp.cancel' } as const
  const submit = { type: 'setupTotp.submit', code: new Secret<string>(person.code) } as const
  if (isVerified) {
    return {
      ...found,
      // Verified, and the report of it was cancelled.
      ends: [associated, { output: undefined }, 'never'],
      events: [submit, cancel],
    }
  }
  return canRetry
    ? { ...found, ends: ['never'], events: [cancel] }
    : { ...found, ends: [associated] }
}

const screen = (of: SignedOutScreen): RestoreResult => ({ kind: 'interrupted', screen: of })

/** As long as the machine makes users wait for a further code, in ms. */
export const cooldownMs = 30_000

function challenged(
  {
    username = person.username,
    round = 1,
    otherFactors: factors = [],
    resendAt = Date.now(),
  }: AnyFacts,
  request: ChallengeRequest,
): Beginning {
  const challenge = {
    ...request,
    kind: 'challenge',
    username: person.userId,
    factors,
    session: challengeSession,
    issuedAt: resendAt - cooldownMs,
  } as const
  return { found: screen({ route: 'challenge', username, challenge, round }) }
}

function signedIn({ user: who }: AnyFacts, unfinished?: Partial<Unfinished>): Beginning {
  return {
    found: {
      kind: 'signedIn',
      user: { ...user, ...who } as AuthUser,
      unfinished: unfinished && { ...nothingUnfinished, ...unfinished },
    },
  }
}

const nothingUnfinished: Unfinished = {
  newDevice: undefined,
  rememberDevice: false,
  contacts: [],
  delivery: undefined,
  deliveries: [],
  resendAt: 0,
  isTotpUnfinished: false,
  passkeyOffer: undefined,
}

/** Where a code went. */
export function codeSent({ username = person.username, resendAt = 0, ...facts }: AnyFacts) {
  const { medium = delivery.medium, attribute = delivery.attribute } = facts
  const { destination = medium === 'SMS' ? '+*******11' : delivery.destination } = facts
  const sent: CodeDelivery = { medium, destination, attribute }
  return { username, delivery: sent, resendAt }
}

/** The factors of the configuration or of a choice; those of a signed-in user are read. */
function listIn(factors: AnyFacts['factors']): readonly FirstFactor[] | undefined {
  return factors && 'length' in factors ? factors : undefined
}

/** What the configuration says. */
function inputOf(facts: AnyFacts): AuthInput {
  const { passwordPolicy, loginWith, attributes, providers, passkeys, factors, lastSignIn } = facts
  return {
    passwordPolicy: passwordPolicy ?? defaultPasswordPolicy,
    formSettings: { loginWith: loginWith ?? ['username'], attributes: attributes ?? [] },
    firstFactors: listIn(factors) ?? (passkeys && ['PASSKEY', 'PASSWORD']),
    lastSignIn,
    providers,
  }
}

/** What happens while the screen is there. */
function factEvents(route: AuthRoute, facts: AnyFacts): readonly AuthEvent[] {
  const { elsewhere, linkCode, username = person.username } = facts
  const { profile, devices, passkeys, factors } = facts
  const events: AuthEvent[] = []
  if (elsewhere) {
    events.push({ type: 'session.found', user: { ...otherUser, ...elsewhere } as AuthUser })
  }
  if (linkCode !== undefined && (route === 'confirmSignUp' || route === 'resetPassword')) {
    events.push({ type: 'link.opened', route, username, code: new Secret(linkCode) })
  }
  if (route === 'signedIn') {
    const readings = {
      profile: { ...noReading, ...(profile ?? { data: exampleProfile }) },
      devices: { ...noReading, ...(devices ?? { data: [exampleDevice] }) },
      ...(passkeys && {
        passkeys: { ...noReading, ...passkeys },
        factors: { ...noReading, ...(factors ?? { data: ['PASSWORD' as const] }) },
      }),
    }
    events.push({ type: 'account.read', readings })
  }
  return events
}

const noReading = { data: undefined, isLoading: false, failure: undefined }

const exampleProfile: Profile = {
  attributes: {
    sub: person.userId,
    email: person.email,
    email_verified: 'true',
    name: person.name,
  },
  mfa: { enabled: ['EMAIL'], preferred: 'EMAIL' },
}

const exampleDevice: Device = {
  key: 'us-east-1_device',
  name: 'A browser',
  isCurrent: true,
  isRemembered: false,
  lastIpAddress: '192.0.2.1',
  lastAuthenticatedAt: undefined,
}

import type { AuthUser } from '../auth-user.ts'
import type { AuthFailure } from '../errors/failure.ts'
import { defaultFormSettings } from '../form-settings.ts'
import type {
  AccountFactor,
  Challenge,
  ClientMetadata,
  CodeDelivery,
  Contact,
  Device,
  FirstFactor,
  FormSettings,
  LastSignIn,
  NewDevice,
  Passkey,
  PasswordPolicy,
  Profile,
} from '../ports/index.ts'
import type { Secret } from '../secret.ts'

/** What went well, for the screen that follows. `docs/notices.md` says when each is shown. */
export type AuthNotice =
  | 'codeSent'
  | 'signUpConfirmed'
  | 'passwordReset'
  | 'passwordChanged'
  | 'attributesUpdated'
  | 'attributesDeleted'
  | 'contactConfirmed'
  | 'totpVerified'
  | 'mfaPreferenceSet'
  | 'deviceRemembered'
  | 'deviceForgotten'
  | 'passkeyRegistered'
  | 'passkeyDeleted'
  | 'userDeleted'
  | 'signedOutElsewhere'
  | 'userSwitched'
  | 'linkWaits'

/** Something read beside the screens: what came last stays while it is read again. */
export interface Reading<Data> {
  readonly data: Data | undefined
  readonly isLoading: boolean
  readonly failure: AuthFailure | undefined
}

/** What the `account` actor reads while a user is signed in. */
export interface AccountReadings {
  readonly profile: Reading<Profile>
  readonly devices: Reading<readonly Device[]>
  readonly passkeys: Reading<readonly Passkey[]>
  readonly factors: Reading<readonly AccountFactor[]>
}

/** To the `account` actor: `reload` reads again what has been read before, `load` in any case. */
export interface ReadCommand {
  readonly type: 'load' | 'reload'
  readonly part: keyof AccountReadings
}

export type AccountCommand =
  | ReadCommand
  /** Creates a passkey without a dialog. A failure is remembered for the next sign-in. */
  | { readonly type: 'upgradePasskey' }
  /** The user wants no more prompts for a passkey in this browser. */
  | { readonly type: 'stopPasskeyPrompts' }

/**
 * A passkey for a user who has none: `prompt` shows a screen for it, `upgrade` lets the browser create it without a dialog
 * after a sign-in with a password.
 */
export type PasskeyOffer = 'prompt' | 'upgrade'

/** The result of `Auth.ready()` on the server that rendered the page; JSON, without any token. */
export interface InitialState {
  readonly user?: AuthUser | undefined
  /** Why there is no user, if the session has just ended. */
  readonly failure?: Omit<AuthFailure, 'cause'> | undefined
}

/** The screens that a link from outside can lead to. */
export type LinkedRoute = 'confirmSignUp' | 'resetPassword' | 'signIn' | 'signUp'

/** A link from outside: to which screen, for whom, and with which code. */
export interface OpenedLink {
  readonly route: LinkedRoute
  /** `undefined`: the one that was typed last stays. */
  readonly username: string | undefined
  readonly code: Secret | undefined
}

/** What the chart remembers between events. Contains no secret, at most the opaque handle of one. */
export interface AuthContext {
  readonly passwordPolicy: PasswordPolicy
  /** What signs a user in, and the attributes of a sign-up. */
  readonly formSettings: FormSettings
  /** The first factors that the configuration has; `PASSWORD` alone by default. */
  readonly firstFactors: readonly FirstFactor[]
  /** The last sign-in in this browser; `undefined` without one, and where that is not stored. */
  readonly lastSignIn: LastSignIn | undefined
  /** Until the first screen is there. */
  readonly initial: InitialState | undefined
  /** What the hosted UI has buttons for; `undefined` without a hosted UI. */
  readonly providers: readonly string[] | undefined
  /** The address to which the hosted UI has redirected, until it is checked. */
  readonly answer: Secret | undefined
  /** A link from outside that waits until no user is signed in. */
  readonly link: OpenedLink | undefined
  /** The code of the link that has opened the screen, until it is rejected or the screen is left. */
  readonly linkCode: Secret | undefined
  /** As typed; stays from screen to screen so that the user types it only once. */
  readonly username: string
  /** Signs in without a password after the confirmation of a sign-up (`Session`). */
  readonly signUpSession: Secret | undefined
  readonly user: AuthUser | undefined
  /** The user who has signed in in another tab while this one showed an unfinished screen. */
  readonly elsewhere: AuthUser | undefined
  /** The last challenge of Cognito. */
  readonly challenge: Challenge | undefined
  /** How many custom challenges came one after the other, 1 for the first. */
  readonly round: number
  /** While an authenticator app is set up. */
  readonly totpSecret: Secret | undefined
  /** What came with a form whose answer takes more than one request. */
  readonly clientMetadata: ClientMetadata | undefined
  /** Whether the user wants this device to stand for a second factor. */
  readonly rememberDevice: boolean
  readonly newDevice: NewDevice | undefined
  /** Where the last code went. */
  readonly delivery: CodeDelivery | undefined
  /** Epoch ms from which another code can be sent. */
  readonly resendAt: number
  /** Contacts that the user may verify after sign-in. */
  readonly contacts: readonly Contact[]
  /** After a sign-in, until it is taken or skipped. */
  readonly passkeyOffer: PasskeyOffer | undefined
  /** Further codes that a change of attributes has sent, after the one in `delivery`. */
  readonly deliveries: readonly CodeDelivery[]
  /** A reload has interrupted the setup of an authenticator app by the signed-in user. */
  readonly isTotpUnfinished: boolean
  /** The next sign-in requires a code of the authenticator app that is being set up. */
  readonly isTotpPreferred: boolean
  readonly account: AccountReadings
  readonly failure: AuthFailure | undefined
  readonly notice: AuthNotice | undefined
}

const unread = { data: undefined, isLoading: false, failure: undefined }

export const unreadAccount: AccountReadings = {
  profile: unread,
  devices: unread,
  passkeys: unread,
  factors: unread,
}

export interface AuthInput {
  /** For checks while the user types. */
  readonly passwordPolicy: PasswordPolicy
  /** By default a user name signs in, and a sign-up has no attributes. */
  readonly formSettings?: FormSettings | undefined
  /** What the configuration has besides passwords. */
  readonly firstFactors?: readonly FirstFactor[] | undefined
  readonly lastSignIn?: LastSignIn | undefined
  /** What `Auth.ready()` gave on the server, for the same first screen here. */
  readonly initial?: InitialState | undefined
  /** What the hosted UI has buttons for; left out without a hosted UI. */
  readonly providers?: readonly string[] | undefined
  /** The address to which the hosted UI has redirected, if the page was loaded by a redirect. */
  readonly answer?: Secret | undefined
}

export function initialContext({ input }: { input: AuthInput }): AuthContext {
  return {
    passwordPolicy: input.passwordPolicy,
    formSettings: input.formSettings ?? defaultFormSettings,
    firstFactors: input.firstFactors ?? ['PASSWORD'],
    lastSignIn: input.lastSignIn,
    initial: input.initial,
    providers: input.providers,
    answer: input.answer,
    link: undefined,
    linkCode: undefined,
    username: '',
    signUpSession: undefined,
    user: undefined,
    elsewhere: undefined,
    challenge: undefined,
    round: 0,
    totpSecret: undefined,
    clientMetadata: undefined,
    rememberDevice: false,
    newDevice: undefined,
    delivery: undefined,
    resendAt: 0,
    contacts: [],
    passkeyOffer: undefined,
    deliveries: [],
    isTotpUnfinished: false,
    isTotpPreferred: true,
    account: unreadAccount,
    failure: undefined,
    notice: undefined,
  }
}

/** The user of a signed-in chart. Every transition to `signedIn` sets one; generated walks take them all. */
export function userOf({ user }: AuthContext): AuthUser {
  if (!user) throw new Error('The chart is signed in without a user')
  return user
}

/** The challenge of a screen that answers one; `type` says which. */
export function challengeOf<Type extends Challenge['type']>(
  { challenge }: AuthContext,
  type: Type,
): Extract<Challenge, { type: Type }> {
  if (challenge?.type !== type) throw new Error(`The chart answers "${type}" without having it`)
  return challenge as Extract<Challenge, { type: Type }>
}

/** The first factor that the challenge is about: it is one, or comes after a password. */
export function factorOf(challenge: Challenge): FirstFactor {
  if (challenge.type === 'passkey') return 'PASSKEY'
  const isFirst = challenge.type === 'code' && challenge.factor === 'first'
  return isFirst && challenge.mfaType !== 'TOTP' ? challenge.mfaType : 'PASSWORD'
}

/** The other first factors that the user may choose. */
export function otherFactorsOf({ challenge }: AuthContext): readonly FirstFactor[] {
  if (!challenge) return []
  const now = factorOf(challenge)
  return challenge.factors.filter((factor) => factor !== now)
}

/** How the user has just signed in; `undefined` where that cannot be chosen the next time. */
export function lastSignInOf(context: AuthContext): LastSignIn | undefined {
  const { firstFactors, username, challenge, signUpSession, delivery } = context
  const isPasswordOnly = firstFactors.every((factor) => factor === 'PASSWORD')
  if (isPasswordOnly || challenge?.type === 'custom') return undefined
  const factor = challenge ? factorOf(challenge) : signUpSession && delivery?.medium
  return { username, factor: factor ?? 'PASSWORD' }
}

/** The attribute that a code was sent for. */
export function contactOf({ delivery }: AuthContext): string {
  if (!delivery) throw new Error('The chart confirms a contact that it does not know')
  return delivery.attribute
}

export function answerOf({ answer }: AuthContext): Secret {
  if (!answer) throw new Error('The chart completes a redirect that has not returned')
  return answer
}

export function newDeviceOf({ newDevice }: AuthContext): NewDevice {
  if (!newDevice) throw new Error('The chart registers a device that it does not have')
  return newDevice
}

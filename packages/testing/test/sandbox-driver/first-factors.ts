import type { FirstFactor } from '@authchart/machine'
import { endsChallenge, toFailure } from '../../../machine/src/errors/failure.ts'
import { type Outcome, toError } from '../../src/catalogue/outcome.ts'
import type { Step } from '../../src/model/model.ts'
import type { PausedRequest } from './gate.ts'

/** The challenges with which a sign-in by USER_AUTH begins. */
const firstChallenges = ['SELECT_CHALLENGE', 'SMS_OTP', 'WEB_AUTHN'] as const
export type FirstChallenge = (typeof firstChallenges)[number]

export function isFirstChallenge(name: string | undefined): name is FirstChallenge {
  return (firstChallenges as readonly (string | undefined)[]).includes(name)
}

/** The factor to request, so that a sign-in begins with the challenge; none for the choice. */
export const factorFor: Readonly<Record<FirstChallenge, FirstFactor | undefined>> = {
  SELECT_CHALLENGE: undefined,
  SMS_OTP: 'SMS',
  WEB_AUTHN: 'PASSKEY',
}

/** A sign-in by USER_AUTH, as its request says it. */
export interface UserAuth {
  /** PREFERRED_CHALLENGE. */
  readonly preferred: string | undefined
  /** Whether it has the password, or begins SRP. */
  readonly isByPassword: boolean
  /** Whether it is the sign-in that follows a confirmation. */
  readonly isBySession: boolean
}

/** `undefined` for every other request. */
export function userAuthOf({ what, body }: PausedRequest): UserAuth | undefined {
  if (what !== 'InitiateAuth') return undefined
  const { AuthFlow, AuthParameters = {}, Session } = JSON.parse(body)
  if (AuthFlow !== 'USER_AUTH') return undefined
  const { PREFERRED_CHALLENGE: preferred, PASSWORD, SRP_A } = AuthParameters
  const isByPassword = Boolean(PASSWORD ?? SRP_A)
  return { preferred, isByPassword, isBySession: Session !== undefined }
}

/** Whether Cognito answers such a request with such a challenge, if the user is made for it. */
export function canBeginWith(
  { preferred, isBySession }: UserAuth,
  challenge: FirstChallenge,
): boolean {
  if (isBySession) return false
  if (challenge === 'SELECT_CHALLENGE') return true
  return challenge === 'SMS_OTP'
    ? /^(SMS|EMAIL)_OTP$/.test(preferred ?? '')
    : preferred === challenge
}

/** Whether a sign-in by the Session of a confirmation can end so; another one has the password. */
export function isForSession({ name, rejection }: Outcome): boolean {
  // Without a password an e-mail code is the first factor, and no factor was chosen that could be rejected.
  if (name === 'EMAIL_OTP' || name === 'no password any more' || isFirstChallenge(name))
    return false
  // A Session that has expired leads on to the password.
  return !rejection || !endsChallenge(toFailure(toError(rejection)))
}

/** Whether a walk goes on from a sign-up to a sign-in by the Session of its confirmation. */
export function leadsToSession(rest: readonly Step[]): boolean {
  let isConfirmed = false
  for (const { kind, event, outcome } of rest) {
    if (outcome?.actor === 'autoSignIn') return isConfirmed && isForSession(outcome)
    if (outcome?.actor === 'confirmSignUp') isConfirmed = !outcome.rejection
    const isHere = kind === 'timer' || outcome || event.type.startsWith('confirmSignUp.')
    if (!isHere || event.type.endsWith('.cancel') || outcome?.name === 'confirmed by a trigger')
      return false
  }
  return false
}

/** Whether the sign-in that follows a confirmation ends so that it can be by the Session. */
export function isSessionNext({
  step,
  rest,
}: {
  readonly step: Pick<Step, 'to'>
  readonly rest: readonly Step[]
}): boolean {
  const end = rest.find(({ outcome, from }) => outcome || from.leaf !== step.to.leaf)
  // What is cancelled, or not known yet, begins too.
  return end?.from.leaf !== step.to.leaf || !end.outcome || isForSession(end.outcome)
}

/** Whether a passkey is taken from the list of the field while a walk stays at the form. */
export function isAutofillNext(rest: readonly Step[]): boolean {
  for (const { from, to, outcome } of rest) {
    if (from.leaf !== 'signIn.editing') return false
    if (outcome?.actor === 'autofillPasskey') return true
    if (to.leaf !== from.leaf) return false
  }
  return false
}

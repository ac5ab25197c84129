import type { Outcome } from '../../src/catalogue/outcome.ts'
import { isOfferedAnother } from '../../src/drivers/needs-authenticator.ts'
import { isSigningInAlone } from '../../src/model/leaves.ts'
import type { Place, Step } from '../../src/model/model.ts'
import { isAutofillOver } from '../support/with-autofill.ts'
import type { SandboxFact } from './behaviour.ts'
import { isForSession, isSessionNext } from './first-factors.ts'

/** What cannot be done to an app over the sandbox, and why. */
const rejections: readonly (readonly [why: string, isMeant: (step: Step) => boolean])[] = [
  ['an actor that lives on breaks as it likes', ({ outcome }) => outcome?.name === 'breaks'],
  ['a user who has a passkey is offered none', isOfferedAnother],
  [
    'a sign-in that begins with an e-mail code has it as the first factor',
    ({ from, outcome }) =>
      /^(passkey\.requesting|confirmSignIn\.resending)$/.test(from.leaf) &&
      outcome?.name === 'EMAIL_OTP',
  ],
  [
    'what Cognito says of a wrong password, it says of a passkey here',
    ({ from, outcome }) => from.leaf === 'passkey.answering' && isWrongPassword(outcome),
  ],
  ['the list of the field is over', isAutofillOver],
  [
    'a page can receive no event before it has read its storage',
    ({ from, kind }) => kind === 'external' && from.isStart && from.leaf === 'restoring.reading',
  ],
  [
    'while the storage removes a session, the app does not read it',
    ({ from, kind, event }) =>
      kind === 'external' && event.type !== 'link.opened' && from.leaf === 'signingOut.ending',
  ],
  [
    'who is signed in by another provider has no tokens of the user pool',
    ({ from, kind }) =>
      kind === 'action' && from.leaf.startsWith('signedIn') && from.facts.has('federated'),
  ],
  [
    'a refresh does not change the kind of a user',
    ({ from, event }) => event.type === 'session.refreshed' && isOfProvider(from),
  ],
  [
    'without a password the sign-in after a confirmation is over at once',
    ({ from, outcome }) =>
      isSigningInAlone(from.leaf) &&
      !isStored(from) &&
      !hasSession(from) &&
      outcome?.name !== noPassword,
  ],
  [
    'a sign-in by the Session of a confirmation ends otherwise',
    ({ from, outcome }) =>
      isSigningInAlone(from.leaf) &&
      !isStored(from) &&
      hasSession(from) &&
      outcome !== undefined &&
      outcome.name !== noPassword &&
      !isForSession(outcome),
  ],
  [
    'the password that was typed is still there',
    ({ from, outcome }) => isStored(from) && outcome?.name === noPassword,
  ],
  [
    'a refresh does not outlive its session',
    ({ from, outcome }) => isGone(from) && outcome !== undefined && !isSignedOut(outcome.name),
  ],
  [
    'the end of a session is an external event before it is an outcome: then no user is signed in elsewhere',
    ({ from, to, kind }) =>
      kind === 'outcome' &&
      from.leaf === 'restoring.refreshing' &&
      to.leaf === 'restoring.reading' &&
      !isGone(from),
  ],
  [
    'a refresh whose session is there is not rejected for the lack of one',
    ({ from, outcome }) => outcome !== undefined && isSignedOut(outcome.name) && !isGone(from),
  ],
]

const noPassword = 'no password any more'
const isWrongPassword = (outcome: Outcome | undefined) =>
  outcome?.rejection?.message === 'Incorrect username or password.'
const hasSession = ({ facts }: Place<SandboxFact>) => facts.has('signUpSession')

const isStored = ({ facts }: Place) => facts.has('passwordStored')
const isGone = ({ facts }: Place<SandboxFact>) => facts.has('sessionGone')
const isOfProvider = ({ facts }: Place) => facts.has('federated') || facts.has('hostedUi')
const isSignedOut = (outcome: string) => outcome === 'SignedOutError'

export function cannotTake(step: Step): string | undefined {
  return rejections.find(([, isMeant]) => isMeant(step))?.[0]
}

/** Transient: the next leaf follows before this one can be checked. */
export function isPassed({ to }: Step, rest: readonly Step[]): boolean {
  if (!isSigningInAlone(to.leaf) || isStored(to)) return false
  return !(hasSession(to) && isSessionNext({ step: { to }, rest }))
}

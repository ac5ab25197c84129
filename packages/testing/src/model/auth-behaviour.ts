import type { AuthContext, AuthInput } from '@authchart/machine'
import { defaultPasswordPolicy, routeOf, Secret } from '@authchart/machine'
import { authMachine } from '@authchart/machine/xstate'
import type { AnyMachineSnapshot, AnyStateMachine } from 'xstate'
import { type Outcome, outcomes } from '../catalogue/outcome.ts'
import { payloads } from '../catalogue/payloads.ts'
import { user } from '../catalogue/person.ts'
import type { Behaviour, ModelClock } from './behaviour.ts'
import type { Fact, FactList } from './facts.ts'
import type { Start } from './model.ts'

const input: AuthInput = { passwordPolicy: defaultPasswordPolicy, providers: ['Google'] }

/** Where a walk in a browser may begin. */
const starts: readonly Start[] = [
  { name: 'the page is opened', input },
  {
    name: 'back from the hosted UI',
    input: { ...input, answer: new Secret('http://localhost/?code=code-canary&state=state') },
  },
  { name: 'rendered by a server, signed in', input: { ...input, initial: { user } } },
  { name: 'rendered by a server, signed out', input: { ...input, initial: { user: undefined } } },
]

/** The two actors that live on: they answer nothing, and should one break, the chart says so. */
const breaks = ['session', 'account'].map(
  (actor): Outcome => ({
    actor,
    name: 'breaks',
    rejection: { operation: 'browser', type: 'Error', message: 'It broke' },
  }),
)

const whereSignedIn = /^(signedIn|restoring\.refreshing)/

/** Each fact with the leaves in which it can still make a difference. */
const facts: readonly (readonly [
  matters: RegExp,
  factOf: (context: AuthContext, now: number) => Fact | false | undefined,
])[] = [
  [/./, ({ initial }) => initial && (initial.user ? 'renderedSignedIn' : 'renderedSignedOut')],
  [/./, ({ answer }) => answer && 'redirectAnswer'],
  [/./, ({ link }) => link && (`link: ${link.route}` as const)],
  [/^(?!signedIn)/, ({ elsewhere }) => elsewhere && 'elsewhere'],
  [
    /^(signedIn|signingOut|restoring\.refreshing)/,
    ({ user, providers }) => user?.kind === 'hostedUi' && providers && 'hostedUi',
  ],
  [
    /^selectMfaType/,
    ({ challenge }) =>
      challenge && 'options' in challenge && `choice: ${challenge.type} ${challenge.options}`,
  ],
  [
    /^selectFactor/,
    ({ challenge }) => challenge && (`choice: factor ${challenge.factors}` as const),
  ],
  [
    /^(confirmSignIn|passkey|customChallenge|newPassword|selectMfaType|setup)/,
    ({ challenge }) => challenge && challenge.factors.length > 0 && 'otherFactors',
  ],
  [
    /^confirmSignIn/,
    ({ challenge }) => challenge?.type === 'code' && challenge.factor === 'first' && 'firstFactor',
  ],
  [
    /^(signedIn|restoring\.refreshing|confirmSignIn|customChallenge|newPassword|selectMfaType|setup)/,
    ({ rememberDevice }) => rememberDevice && 'rememberDevice',
  ],
  [whereSignedIn, ({ newDevice }) => newDevice && 'newDevice'],
  [whereSignedIn, ({ contacts }) => contacts.length > 0 && 'unverifiedContacts'],
  [whereSignedIn, ({ isTotpUnfinished }) => isTotpUnfinished && 'totpUnfinished'],
  [whereSignedIn, ({ passkeyOffer }) => passkeyOffer && 'passkeyOffered'],
  [whereSignedIn, ({ delivery }) => delivery && 'delivery'],
  [
    /^signedIn/,
    ({ deliveries }) => deliveries.length > 0 && (`deliveries: ${deliveries.length}` as const),
  ],
  [
    /^(signedIn|restoring\.refreshing|confirmSignIn|confirmSignUp|resetPassword)/,
    ({ resendAt }, now) => resendAt > now && 'cooling',
  ],
]

/** A step of the app may lead anywhere, so that in its leaves each fact makes a difference. */
const isOfApp = (leaf: string) => !Object.hasOwn(routeOf, leaf)

const factsOf = ({ context }: AnyMachineSnapshot, now: number, leaf: string): FactList =>
  facts.map(([matters, factOf]) => (isOfApp(leaf) || matters.test(leaf)) && factOf(context, now))

/** The chart with the model's clock, as `createAuth` gives it its clock port. */
const timed = (machine: typeof authMachine) => (clock: ModelClock) =>
  machine.provide({
    guards: { isCooledDown: ({ context }) => context.resendAt <= clock.now },
    delays: {
      resendCooldown: ({ context }) => Math.max(0, context.resendAt - clock.now),
    },
  }) as AnyStateMachine

/** The shipped chart and its catalogue. */
export const authBehaviour: Behaviour = {
  machine: timed(authMachine),
  starts,
  payloads,
  outcomes: [...outcomes, ...breaks],
  isExternal: (type) => /^(session|account|link)\./.test(type),
  factsOf,
}

/**
 * What a developer has added to the chart.
 *
 * @typeParam Own the facts that their guards read.
 */
export interface Extension<Own extends string = string> {
  /** `authMachine` with steps of your own; not parallel. */
  readonly machine: AnyStateMachine
  /** Payloads of your own events, and others for ours. */
  readonly payloads?: Behaviour['payloads']
  /** How your own actors may end. */
  readonly outcomes?: readonly Outcome[]
  /** What your own guards read of the context. */
  readonly factsOf?: (snapshot: AnyMachineSnapshot, now: number, leaf: string) => FactList<Own>
}

/**
 * The behaviour of an extended chart, to plan and run walks with.
 *
 * @example
 * export default extendBehaviour({
 *   machine: appMachine, // `authMachine` with a state `terms`
 *   outcomes: [{ actor: 'acceptTerms', name: 'accepted', output: () => undefined }],
 *   factsOf: ({ context }) => [context.hasNewTerms && 'newTerms'],
 * })
 */
export function extendBehaviour<Own extends string = string>(own: Extension<Own>): Behaviour {
  return {
    ...authBehaviour,
    machine: timed(own.machine as unknown as typeof authMachine),
    payloads: { ...payloads, ...own.payloads },
    outcomes: [...authBehaviour.outcomes, ...(own.outcomes ?? [])],
    factsOf: (...at) => [...factsOf(...at), ...(own.factsOf?.(...at) ?? [])],
  }
}

import type { AuthContext, AuthInput } from '@authchart/machine'
import { authMachine, defaultPasswordPolicy, Secret } from '@authchart/machine'
import type { AnyStateMachine } from 'xstate'
import { type Outcome, outcomes } from '../catalogue/outcome.ts'
import { payloads } from '../catalogue/payloads.ts'
import { user } from '../catalogue/person.ts'
import type { Behaviour, ModelClock } from './behaviour.ts'
import type { Start } from './model.ts'

const input: AuthInput = { passwordPolicy: defaultPasswordPolicy, providers: ['Google'] }

/** Where a session in a browser may begin. */
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
    refusal: { operation: 'browser', type: 'Error', message: 'It broke' },
  }),
)

/** The facts that guards read, each with the leaves in which it can still make a difference. */
const facts: readonly (readonly [
  matters: RegExp,
  tell: (context: AuthContext, now: number) => string | number | false | undefined,
])[] = [
  [/./, ({ initial }) => initial && (initial.user ? 'known' : 'known to be out')],
  [/./, ({ answer }) => answer && 'answer'],
  [/^(?!signedIn)/, ({ elsewhere }) => elsewhere && 'elsewhere'],
  [
    /^(signedIn|signingOut|restoring\.refreshing)/,
    ({ user, providers }) => user?.kind === 'hostedUi' && providers && 'hosted UI',
  ],
  [
    /^selectMfaType/,
    ({ challenge }) =>
      challenge && 'options' in challenge && `${challenge.type} ${challenge.options}`,
  ],
  [
    /^(signedIn|restoring\.refreshing|confirmSignIn|customChallenge|newPassword|selectMfaType|setup)/,
    ({ rememberDevice }) => rememberDevice && 'remember',
  ],
  [/^(signedIn|restoring\.refreshing)/, ({ newDevice }) => newDevice && 'new device'],
  [/^(signedIn|restoring\.refreshing)/, ({ contacts }) => contacts.length > 0 && 'contacts'],
  [
    /^(signedIn|restoring\.refreshing)/,
    ({ isTotpUnfinished }) => isTotpUnfinished && 'TOTP unfinished',
  ],
  [/^(signedIn|restoring\.refreshing)/, ({ delivery }) => delivery && 'delivery'],
  [/^signedIn/, ({ deliveries }) => deliveries.length > 0 && `${deliveries.length} more`],
  [
    /^(signedIn|restoring\.refreshing|confirmSignUp|resetPassword)/,
    ({ resendAt }, now) => resendAt > now && 'cooling',
  ],
]

const tellApart: Behaviour['tellApart'] = ({ context }, now, leaf) =>
  facts
    .map(([matters, tell]) => matters.test(leaf) && tell(context, now))
    .filter(Boolean)
    .join(', ')

/** The chart told the time by the model's clock, as `createAuth` tells it by its clock port. */
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
  isNews: (type) => /^(session|account)\./.test(type),
  tellApart,
}

/** What a developer has added to the chart, beside what it can do anyway. */
export interface Extension {
  /** `authMachine` with steps of your own; not parallel. */
  readonly machine: AnyStateMachine
  /** Payloads of your own events, and others for ours. */
  readonly payloads?: Behaviour['payloads']
  /** How your own actors may end. */
  readonly outcomes?: readonly Outcome[]
  /** What your own guards read of the context. */
  readonly tellApart?: Behaviour['tellApart']
}

/** The behaviour of a chart that a developer has extended. */
export function extendBehaviour(own: Extension): Behaviour {
  return {
    ...authBehaviour,
    machine: timed(own.machine as unknown as typeof authMachine),
    payloads: { ...payloads, ...own.payloads },
    outcomes: [...authBehaviour.outcomes, ...(own.outcomes ?? [])],
    tellApart: (...at) => [tellApart(...at), own.tellApart?.(...at)].filter(Boolean).join(', '),
  }
}

import { interruptedAt, resume } from '../chart/states/restoring.ts'
import { ConfigError } from '../errors/auth-errors.ts'
import { routeOf } from '../view/route.ts'
import type { AnyStep } from './step.ts'
import type { StepPosition } from './step-parts.ts'
import { stepState } from './step-state.ts'

/** A state of the chart, as far as steps change it. */
interface ChartState {
  readonly initial?: string
  readonly states?: ChartStates
  readonly always?: readonly object[]
  readonly on?: object
  readonly invoke?: { readonly onDone: readonly object[] }
}

export type ChartStates = Readonly<Record<string, ChartState>>

/** Where the steps of a position are, and what comes after the last one. */
const positions: Readonly<Record<StepPosition, { readonly place: string; readonly home: string }>> =
  {
    beforeSignIn: { place: '#auth', home: '#auth.signIn.editing' },
    beforeSignUp: { place: '#auth', home: '#auth.signUp.editing' },
    // Inside: the password for the sign-in that follows waits as long as this state is not left.
    afterConfirmSignUp: { place: '#auth.confirmSignUp', home: '#auth.confirmSignUp.signingIn' },
    beforeSignedIn: { place: '#auth.signedIn', home: '#auth.signedIn.idle' },
  }

/** States that only a chart with steps has, and one that this file moves. */
const added: ReadonlySet<string> = new Set(['entering', 'confirmed', 'signingIn'])

/**
 * The states of the chart with steps. A screen that has steps before it begins in a state of its own, `entering`, which
 * finds the first step that is needed; each step then finds the next one.
 */
export function insertSteps(states: ChartStates, steps: readonly AnyStep[]): ChartStates {
  const at = (position: StepPosition) => steps.filter((step) => step.at === position)
  const isUsed = (position: StepPosition) => at(position).length > 0
  const outer = [...at('beforeSignIn'), ...at('beforeSignUp')]
  const next: Record<string, ChartState> = { ...states }
  if (isUsed('beforeSignIn')) {
    // A user who has signed in in another tab, or who has opened a link, needs no form for a sign-in.
    const first = next.signIn?.states?.editing?.always ?? []
    next.signIn = entered(next.signIn, [...first, ...nextOf(at('beforeSignIn'))])
  }
  if (isUsed('beforeSignUp')) next.signUp = entered(next.signUp, nextOf(at('beforeSignUp')))
  if (isUsed('afterConfirmSignUp'))
    Object.assign(next, afterConfirm(next, at('afterConfirmSignUp')))
  if (isUsed('beforeSignedIn')) next.signedIn = beforeSignedIn(next.signedIn, at('beforeSignedIn'))
  return { ...next, ...stepStates(next, outer, (step) => at(step.at)) }
}

/** The first step that is needed, from `from` on, or else what comes after the last one. */
function nextOf(steps: readonly AnyStep[], from = 0): readonly object[] {
  const [{ at } = { at: 'beforeSignedIn' as const }] = steps
  const { place, home } = positions[at]
  return [
    ...steps.slice(from).map(({ route }) => ({
      guard: { type: 'isNeeded', params: { step: route } },
      target: `${place}.${route}`,
    })),
    { target: home },
  ]
}

function stepStates(
  taken: ChartStates,
  steps: readonly AnyStep[],
  seriesOf: (step: AnyStep) => readonly AnyStep[] = () => steps,
): ChartStates {
  return Object.fromEntries(
    steps.map((step) => {
      const { route } = step
      const isTaken = Object.hasOwn(taken, route) || added.has(route)
      if (isTaken || Object.values<string>(routeOf).includes(route)) {
        throw new ConfigError(`The chart has a "${route}" of its own: no step can have this name`)
      }
      const series = seriesOf(step)
      return [route, stepState(step, nextOf(series, series.indexOf(step) + 1))]
    }),
  )
}

/** A state that begins with the question which of its steps is needed. */
function entered(state: ChartState | undefined, always: readonly object[]): ChartState {
  return {
    ...state,
    initial: 'entering',
    states: { ...state?.states, entering: { always } },
  }
}

/** A confirmed user does the steps before the sign-in that follows, also if no code was needed. */
function afterConfirm(
  { restoring, signUp, confirmSignUp }: ChartStates,
  steps: readonly AnyStep[],
): ChartStates {
  const { signingIn = {}, ...others } = confirmSignUp?.states ?? {}
  const { reading } = restoring?.states ?? {}
  const { invoke = { onDone: [] } } = reading ?? {}
  // A reload has interrupted the steps; what else it may have interrupted, the shipped chart knows.
  const resumed = {
    guard: { type: 'isInterruptedAt', params: interruptedAt('confirmed') },
    target: '#auth.confirmSignUp.confirmed',
    actions: resume,
  }
  const onDone = [...invoke.onDone.slice(0, -1), resumed, ...invoke.onDone.slice(-1)]
  return {
    restoring: {
      ...restoring,
      states: { ...restoring?.states, reading: { ...reading, invoke: { ...invoke, onDone } } },
    },
    signUp: retarget(signUp ?? {}, 'signingIn', '#auth.confirmSignUp.confirmed'),
    confirmSignUp: {
      ...confirmSignUp,
      states: {
        ...retarget(others, 'signingIn', 'confirmed'),
        ...stepStates(others, steps),
        confirmed: { always: nextOf(steps) },
        signingIn,
      },
    },
  }
}

function beforeSignedIn(signedIn: ChartState | undefined, steps: readonly AnyStep[]): ChartState {
  const entering = '#auth.signedIn.entering'
  const { devices, ...others } = signedIn?.states ?? {}
  const confirming = retarget(devices?.states?.confirming ?? {}, '#auth.signedIn.idle', entering)
  const state = {
    ...signedIn,
    states: {
      ...others,
      ...stepStates(signedIn?.states ?? {}, steps),
      devices: {
        ...devices,
        states: {
          ...devices?.states,
          confirming: { ...confirming, on: { 'signedIn.cancel': { target: entering } } },
        },
      },
    },
  }
  // Until a new device is registered, Cognito rejects a refresh, which a step may need.
  const register = { guard: 'hasNewDevice', target: 'devices.confirming' }
  return entered(state, [register, ...nextOf(steps)])
}

/** With another target wherever a transition has this one. */
function retarget<Part>(part: Part, from: string, to: string): Part {
  if (Array.isArray(part)) return part.map((entry) => retarget(entry, from, to)) as Part
  if (typeof part !== 'object' || part === null) return part
  return Object.fromEntries(
    Object.entries(part).map(([key, value]) => [
      key,
      key === 'target' && value === from ? to : retarget(value, from, to),
    ]),
  ) as Part
}

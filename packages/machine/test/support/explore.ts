import { type EventObject, getNextTransitions, initialTransition, transition } from 'xstate'
import {
  type AuthSnapshot,
  authMachine,
  connect,
  defaultPasswordPolicy,
  pathOf,
} from '../../src/index.ts'
import { errors, events, outputs, type RequestName } from './samples.ts'

export interface Step {
  readonly from: string
  readonly event: EventObject
  readonly to: string
}

/** What the chart tells apart at a place: its leaf, and what guards read of the context. */
const placeOf = (snapshot: AuthSnapshot): string => {
  const { user, challenge, newDevice, rememberDevice, contacts, isTotpUnfinished } =
    snapshot.context
  const { delivery, deliveries, resendAt } = snapshot.context
  const options = challenge && 'options' in challenge ? challenge.options.join('+') : ''
  return [
    pathOf(snapshot),
    user?.kind === 'hostedUi' && 'hostedUi',
    challenge?.type,
    options,
    newDevice && 'newDevice',
    rememberDevice && 'remember',
    contacts.length > 0 && 'contacts',
    isTotpUnfinished && 'totp',
    delivery && 'delivery',
    deliveries.length,
    resendAt > Date.now(),
  ].join(' ')
}

function candidates(type: string): readonly EventObject[] {
  const [, kind, name = ''] = /^xstate\.(done|error)\.actor\.(.+)$/.exec(type) ?? []
  if (kind === 'done') {
    return (outputs[name as RequestName] ?? []).map((output) => ({ type, output }))
  }
  if (kind === 'error') return errors.map((error) => ({ type, error }))
  if (type.startsWith('xstate.') || type === '') return [{ type }]
  return events[type as keyof typeof events].map((payload) => ({ type, ...payload }))
}

/** Every step that the chart can take, found by taking it: guards and contexts are the real ones. */
export function explore(): readonly Step[] {
  const [start] = initialTransition(authMachine, {
    passwordPolicy: defaultPasswordPolicy,
    providers: ['Google'],
  })
  const seen = new Map([[placeOf(start), start]])
  const steps: Step[] = []
  for (const [from, snapshot] of seen) {
    const types = new Set(getNextTransitions(snapshot).map(({ eventType }) => eventType))
    for (const event of [...types].filter(Boolean).flatMap(candidates)) {
      const [next] = transition(authMachine, snapshot, event as never)
      const to = placeOf(next)
      // A view that throws would be a blank screen.
      connect(next, () => undefined)
      steps.push({ from, event, to })
      if (!seen.has(to)) seen.set(to, next)
    }
  }
  return steps
}

export const leafOf = (place: string) => place.split(' ', 1)[0] ?? ''

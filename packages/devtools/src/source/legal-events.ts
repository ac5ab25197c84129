import type { AuthSnapshot } from '@authchart/machine/xstate'
import { getNextTransitions } from 'xstate'
import { guardOf } from '../trace/candidates.ts'
import { fieldsOf, irreversible, isScreenEvent } from './event-fields.ts'
import { fieldsInStep } from './fields-in-step.ts'
import type { Field, LegalEvent, PlainEvent } from './panel-source.ts'
import { isOwnEvent, toEvent } from './to-event.ts'

type Transition = ReturnType<typeof getNextTransitions>[number]

/** What the user may send, and where it leads, as the chart itself decides, for any choice in a form. */
export function legalEvents(snapshot: AuthSnapshot): readonly LegalEvent[] {
  const known = new Map<string, Transition[]>()
  for (const transition of getNextTransitions(snapshot)) {
    const { eventType: type } = transition
    if (isScreenEvent(type) || isOwnEvent(type)) {
      known.set(type, [...(known.get(type) ?? []), transition])
    }
  }
  return [...known].map(([type, transitions]) => legalEvent(snapshot, type, transitions))
}

function legalEvent(
  snapshot: AuthSnapshot,
  type: string,
  transitions: readonly Transition[],
): LegalEvent {
  const isOurs = isScreenEvent(type)
  const fields = isOurs ? fieldsOf(type, snapshot.context) : fieldsInStep(type, snapshot)
  const confirm = isOurs ? irreversible[type] : undefined
  const taken = takenBy(snapshot, samplesOf(type, fields))
  const [innermost] = transitions
  const chosen =
    taken.length > 0 ? taken : transitions.filter(({ source }) => source === innermost?.source)
  return {
    type,
    targets: [...new Set(chosen.map(targetOf))],
    guard: chosen[0] ? guardOf(chosen[0]) : null,
    isAllowed: taken.length > 0,
    ...(fields && { fields }),
    ...(confirm && { confirm }),
  }

  /** A developer's guard may throw without the payload: then the event is offered. */
  function takenBy(at: AuthSnapshot, samples: readonly PlainEvent[]): readonly Transition[] {
    try {
      return samples
        .flatMap((sample) => at.machine.getTransitionData(at, toEvent(sample)))
        .filter(({ target, actions }) => target !== undefined || actions.length > 0)
    } catch {
      return transitions
    }
  }
}

/** An event with its required fields only, and one for each further choice. */
function samplesOf(type: string, fields: readonly Field[] = []): readonly PlainEvent[] {
  const choices = fields.map(({ name, kind, isOptional }) => {
    const options = kind === 'flag' ? [false, true] : typeof kind === 'string' ? [] : kind
    return { name, options, needed: isOptional ? [] : options.slice(0, 1) }
  })
  const least = {
    ...Object.fromEntries(choices.flatMap(({ name, needed }) => needed.map((one) => [name, one]))),
    type,
  }
  const others = choices.flatMap(({ name, options, needed }) =>
    options.slice(needed.length).map((option) => ({ ...least, [name]: option })),
  )
  return [least, ...others]
}

const targetOf = ({ target }: Transition): string | null => target?.[0]?.path.join('.') ?? null

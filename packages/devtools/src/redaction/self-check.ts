import type { TraceEvent } from '../trace/trace-event.ts'
import type { KnownSecrets } from './known-secrets.ts'
import { secretShapeOf } from './secret-shape.ts'

/** Something that must not be there: where, and never what. */
export interface Finding {
  /** The id of the event; 0 for the current state of the chart. */
  readonly id: number
  /** Within the event, e.g. `payload.username`. */
  readonly path: string
  readonly why: 'jwt' | 'token' | 'secret'
}

export interface SelfCheck {
  readonly ok: boolean
  readonly found: readonly Finding[]
}

/** The findings in an event for a number of known secrets: events do not change. */
const looked = new WeakMap<TraceEvent, { readonly count: number; readonly found: Finding[] }>()

/** Looks through a whole trace for tokens, and for the secrets that are known. */
export function selfCheck(
  events: readonly TraceEvent[],
  secrets?: Pick<KnownSecrets, 'has' | 'count'>,
): SelfCheck {
  const count = secrets?.count ?? 0
  const isSecret = onceEach((text) => secrets?.has(text) ?? false)
  const found = events.flatMap((event) => {
    const known = looked.get(event)
    if (known && known.count >= count) return known.found
    const found = findingsIn(event.id, event, isSecret)
    looked.set(event, { count, found })
    return found
  })
  return { ok: found.length === 0, found }
}

/** Looks through anything that is shown. `id`: of the event that it belongs to. */
export function findingsIn(
  id: number,
  shown: unknown,
  isSecret: KnownSecrets['has'] = () => false,
): Finding[] {
  const found: Finding[] = []

  function look(path: string, value: unknown) {
    if (typeof value === 'string') {
      const why = secretShapeOf(value) ?? (isSecret(value) ? 'secret' : undefined)
      if (why) found.push({ id, path, why })
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, part] of Object.entries(value)) {
        const inside = path ? `${path}.${key}` : key
        const isName = !secretShapeOf(key) && !isSecret(key)
        look(isName ? inside : `${path}.[hidden]`, part)
        if (!isName) found.push({ id, path: `${path}.[hidden]`, why: 'secret' })
      }
    }
  }

  look('', shown)
  return found
}

/** A trace says the same words again and again. */
function onceEach(answer: (text: string) => boolean) {
  const answers = new Map<string, boolean>()
  return (text: string) => {
    const known = answers.get(text)
    if (known !== undefined) return known
    const isSo = answer(text)
    answers.set(text, isSo)
    return isSo
  }
}

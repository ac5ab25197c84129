import type { AnyAuth } from '@authchart/machine'
import { inspectAuth } from '../inspect-auth.ts'
import type { InspectOptions, Inspector } from '../trace/inspector.ts'

interface Begun {
  readonly inspector: Inspector
  /** How many components show it. */
  places: number
}

const begun = new WeakMap<AnyAuth, Begun>()

/** How long an inspector without a component stays, in ms: frameworks remove and add components at once. */
const graceMs = 1000

/**
 * Begins to inspect before the components of the app subscribe: only those can be shown the past.
 * Where that has begun, nothing happens; on a server neither.
 */
export function beginInspector(auth: AnyAuth, options?: InspectOptions): Begun | undefined {
  if (typeof document === 'undefined') return undefined
  const known = begun.get(auth)
  if (known) return known
  const mine: Begun = { inspector: inspectAuth(auth, options), places: 0 }
  begun.set(auth, mine)
  endUnused(auth, mine)
  return mine
}

/** Shows the panel of an auth in the page; the returned function removes it, and stops it a little later. */
export function showInspector(auth: AnyAuth, options?: InspectOptions): () => void {
  const mine = beginInspector(auth, options)
  if (!mine) return () => {}
  mine.places += 1
  if (mine.places === 1) mine.inspector.mount(document.body)
  return () => {
    mine.places -= 1
    if (mine.places > 0) return
    mine.inspector.unmount()
    endUnused(auth, mine)
  }
}

function endUnused(auth: AnyAuth, mine: Begun): void {
  setTimeout(() => {
    if (mine.places > 0 || begun.get(auth) !== mine) return
    begun.delete(auth)
    mine.inspector.stop()
  }, graceMs)
}

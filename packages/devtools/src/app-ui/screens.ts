import type { AuthActor, AuthSnapshot } from '@authchart/machine/xstate'
import { routeIn } from '../source/route-in.ts'
import { contentOf } from './page-content.ts'
import type { Preview } from './preview.ts'

/** Routes of this session by what the page showed meanwhile. */
export interface Screens {
  /** Those on which it showed nothing, or nothing but what it shows on others as well: a header. */
  readonly empty: ReadonlySet<string>
  stop(): void
}

/** A screen that is still empty after so long (ms) does not come any more. */
const patienceMs = 400

/** A part of the page, as it was last seen. */
interface Part {
  readonly number: number
  readonly routes: Set<string>
}

/** Looks whether the page has something to show for each route that one stays on. */
export function watchScreens(actor: AuthActor, preview: Pick<Preview, 'shown'>): Screens {
  const parts = new WeakMap<Node, Part>()
  const screens = new Map<string, readonly WeakRef<Node>[]>()
  let seen: string | undefined
  let wasPreview = false
  let timer: ReturnType<typeof setTimeout> | undefined

  function look(snapshot: AuthSnapshot) {
    const route = routeIn(snapshot)
    if (route === seen) return
    seen = route
    waitFor(route)
  }

  function waitFor(route: string) {
    clearTimeout(timer)
    timer = setTimeout(() => {
      const isPreview = preview.shown() !== undefined
      // What the page shows then, and right after, is no screen of this route.
      if (isPreview || wasPreview) waitFor(route)
      else takeDown(route)
      wasPreview = isPreview
    }, patienceMs)
  }

  function takeDown(route: string) {
    const content = contentOf(document.body)
    for (const [node, number] of content) {
      const part = parts.get(node)
      if (part?.number === number) part.routes.add(route)
      else parts.set(node, { number, routes: new Set([route]) })
    }
    screens.set(
      route,
      [...content.keys()].map((node) => new WeakRef(node)),
    )
  }

  /** One that has gone, or is another now, was not there all the time. */
  function isShared(ref: WeakRef<Node>, route: string): boolean {
    const node = ref.deref()
    const routes = node && parts.get(node)?.routes
    return routes !== undefined && routes.size > 1 && routes.has(route)
  }

  const subscription = globalThis.document && actor.subscribe(look)
  if (subscription) look(actor.getSnapshot())
  return {
    get empty() {
      const found = [...screens].filter(([route, refs]) =>
        refs.every((ref) => isShared(ref, route)),
      )
      // Where no route changes the page, it is one that has nothing to do with auth.
      const isAll = found.length === screens.size
      return new Set(found.flatMap(([route, { length }]) => (isAll && length > 0 ? [] : [route])))
    },
    stop() {
      clearTimeout(timer)
      subscription?.unsubscribe()
    },
  }
}

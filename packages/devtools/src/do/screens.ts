import { type Auth, type AuthSnapshot, pathOf, routeOf } from '@authchart/machine'

/** Routes of this session by what the page showed meanwhile. */
export interface Screens {
  /** Those on which there was no heading, field or button. */
  readonly empty: ReadonlySet<string>
  stop(): void
}

/** A screen that is still empty after so long (ms) does not come any more. */
const patienceMs = 400

const signs =
  'h1,h2,h3,h4,h5,h6,input,select,textarea,button,a[href],iframe,[role=heading],[role=button],[role=textbox]'

/** Looks whether the page has something to show for each route that one stays on. */
export function watchScreens({ actor }: Pick<Auth, 'actor'>): Screens {
  const empty = new Set<string>()
  let seen: string | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  function look(snapshot: AuthSnapshot) {
    const leaf = pathOf(snapshot)
    const route: string = routeOf[leaf] ?? leaf.split('.')[0]
    if (route === seen) return
    seen = route
    clearTimeout(timer)
    timer = setTimeout(() => {
      if (showsSomething()) empty.delete(route)
      else empty.add(route)
    }, patienceMs)
  }

  const subscription = globalThis.document && actor.subscribe(look)
  if (subscription) look(actor.getSnapshot())
  return {
    empty,
    stop() {
      clearTimeout(timer)
      subscription?.unsubscribe()
    },
  }
}

/** The panel itself is in a shadow, and not found. */
const showsSomething = (): boolean =>
  [...document.body.querySelectorAll(signs)].some((element) => element.checkVisibility?.() ?? true)

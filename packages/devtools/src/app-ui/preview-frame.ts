import type { AnyAuth, AuthView } from '@authchart/machine'
import { actorOf } from '@authchart/machine/xstate'
import { tapFetch } from '../fetch/fetch-tap.ts'
import { knownSecrets } from '../redaction/known-secrets.ts'
import { redactor } from '../redaction/redactor.ts'

/** What the name of a frame begins with that shows one place of the chart; the name of the place follows. */
export const framePrefix = 'authchart-preview:'

/** The name of a place with a route that no app knows. */
export const unknownPlace = 'unknown'

/** The property of the parent page through which frames get their view. */
const hook = Symbol.for('authchart.preview')

type ViewOfPlace = (place: string) => AuthView | undefined
type Provider = { [hook]?: ViewOfPlace | undefined }

/** Gives the frames in a window their views until the returned function is called. */
export function serveFrames(view: Window, viewOfPlace: ViewOfPlace): () => void {
  const provider = view as Window & Provider
  provider[hook] = viewOfPlace
  return () => {
    if (provider[hook] === viewOfPlace) provider[hook] = undefined
  }
}

/** The place that this page is to show, as a frame of the catalogue. */
export function placeOfFrame(): string | undefined {
  // On a server there is no page, and elsewhere none around it.
  const { name, parent }: Partial<Window> = globalThis.window ?? {}
  const isFrame = parent !== undefined && parent !== globalThis.window
  return isFrame && name?.startsWith(framePrefix) ? name.slice(framePrefix.length) : undefined
}

/**
 * In the window of the frame with the unknown route: an app may throw for it, as `unreachable()` does. That is no
 * error of the app, so neither the console nor the error tracker of the app gets it.
 */
function dropErrors(view: Window & typeof globalThis): void {
  const drop = (event: Event) => {
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  for (const type of ['error', 'unhandledrejection']) view.addEventListener(type, drop, true)
  view.console.error = () => {}
}

/**
 * Shows one view in the app, for good. Its actor has begun to restore, as in any tab; from here on it
 * sends no request, stores nothing, and posts nothing to other tabs.
 * The page is marked once the app has read the view. An earlier subscriber is notified as after any
 * change: code that then reads the view again, as the React binding does, shows this view as well.
 */
export function showInFrame(auth: AnyAuth, place: string): void {
  document.documentElement.dataset.authchartInspected = ''
  keepFocusOut(globalThis.window)
  if (place === unknownPlace) dropErrors(globalThis.window)
  keepStill(auth)
  const view = viewOf(place)
  if (!view) return
  const read = () => {
    document.documentElement.dataset.authchartPreview = place
    return view
  }
  Object.assign(auth, {
    getView: read,
    // An app that read the previous view gets this one by a notification.
    subscribe(listener: (view: AuthView) => void) {
      let isThere = true
      queueMicrotask(() => {
        if (isThere) listener(read())
      })
      return {
        unsubscribe() {
          isThere = false
        },
      }
    },
    fetch: rejectCall,
    getSession: rejectCall,
    credentials: rejectCall,
    federatedSignIn: rejectCall,
  })
  const actor = actorOf(auth)
  const send = actor.send.bind(actor)
  actor.send = () => {}
  // Not at once: React may be rendering the component that called.
  queueMicrotask(() => {
    if (actor.getSnapshot().status !== 'active') return
    // No state takes it: observers are notified all the same.
    send({ type: 'inspector.look' } as unknown as Parameters<typeof send>[0])
  })
}

/** In the window of a frame: what takes the focus there would take it from the panel, and scroll the panel to it. */
export function keepFocusOut(view: Window & typeof globalThis): void {
  const nothing = () => {}
  for (const { prototype } of [view.HTMLElement, view.SVGElement]) prototype.focus = nothing
  Object.assign(view.Element.prototype, {
    scrollIntoView: nothing,
    scrollIntoViewIfNeeded: nothing,
  })
}

/** What an app does on its own account would be done with the real session. */
const rejectCall = () =>
  Promise.reject(new DOMException('This is a preview: nothing can be done in it', 'AbortError'))

function viewOf(place: string): AuthView | undefined {
  try {
    return (globalThis.parent as Window & Provider)[hook]?.(place)
  } catch {
    // The frame of another site has the same name by chance.
    return undefined
  }
}

function keepStill({ transport = globalThis }: AnyAuth): void {
  const nothing = () => {}
  for (const place of new Set([transport, globalThis])) {
    const requests = tapFetch({
      record: () => 0,
      redactor: redactor(knownSecrets()),
      secrets: knownSecrets(),
      now: () => 0,
      transport: place,
    })
    requests.answerEach('*', () => ({ kind: 'drop' }))
  }
  Object.assign(Storage.prototype, { setItem: nothing, removeItem: nothing, clear: nothing })
  if (globalThis.BroadcastChannel) BroadcastChannel.prototype.postMessage = nothing
  const cookie = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie')
  if (cookie) Object.defineProperty(document, 'cookie', { ...cookie, set: nothing })
}

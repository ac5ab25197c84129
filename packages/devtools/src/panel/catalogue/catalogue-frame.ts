import { contentOf } from '../../app-ui/page-content.ts'
import { framePrefix, keepFocusOut } from '../../app-ui/preview-frame.ts'
import { h } from '../elements/h.ts'

/** How a screen of the catalogue turned out. */
export type Shot =
  | { readonly kind: 'shown'; readonly content: ReadonlySet<number> }
  /** The app has not called `inspectAuth` there before its screens read what to show: for sure, or not in time. */
  | { readonly kind: 'late'; readonly isSure: boolean }
  /** The page does not let itself be put into a frame. */
  | { readonly kind: 'blocked' }

/** As long as a page may take, in ms; and how often one looks. */
const patienceMs = 20_000
const everyMs = 150
/** How long the screens of a page may take to read the view once the inspector is there, in ms. */
const readMs = 3_000
/** A document is found before the scripts of the app run in it, in ms. */
const guardMs = 10

/** The size of the page in a frame, in px: as the style sheet says. */
export const frameSize = { width: 800, height: 640 }

/** A frame of this very page that shows one place. */
export function catalogueFrame(place: string, title: string): HTMLIFrameElement {
  return h('iframe', {
    name: `${framePrefix}${place}`,
    src: globalThis.location.href,
    title,
    tabindex: -1,
    class: 'shot-page',
  })
}

/** Waits until a frame shows its place and is at rest; `undefined` where it was taken away meanwhile. */
export async function shotOf(frame: HTMLIFrameElement): Promise<Shot | undefined> {
  const end = Date.now() + patienceMs
  const stopGuard = guard(frame)
  try {
    return await watch(frame, end)
  } finally {
    stopGuard()
  }
}

async function watch(frame: HTMLIFrameElement, end: number): Promise<Shot | undefined> {
  let inspectedAt: number | undefined
  let before: string | undefined
  let times = 0
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, everyMs))
    if (!frame.isConnected) return undefined
    const page = frame.contentDocument
    if (!page) return { kind: 'blocked' }
    // Between two documents there is none.
    const isThere = page.documentElement?.dataset.authchartPreview !== undefined
    const text = page.body?.textContent.trim() ?? ''
    times = isThere && page.readyState === 'complete' && text === before ? times + 1 : 0
    before = text
    if (times >= 3) return { kind: 'shown', content: new Set(contentOf(page.body).values()) }
    if (page.documentElement?.dataset.authchartInspected !== undefined) inspectedAt ??= Date.now()
    const isUnread = !isThere && inspectedAt !== undefined && Date.now() > inspectedAt + readMs
    if (isUnread) return { kind: 'late', isSure: true }
    if (Date.now() > end) return { kind: 'late', isSure: false }
  }
}

/** Where the inspector begins late, the app may have taken the focus already. Gives what ends it. */
function guard(frame: HTMLIFrameElement): () => void {
  let guarded: Document | undefined
  const timer = setInterval(() => {
    const { contentDocument, contentWindow } = frame
    if (!contentDocument || !contentWindow || contentDocument === guarded) return
    guarded = contentDocument
    keepFocusOut(contentWindow as Window & typeof globalThis)
  }, guardMs)
  return () => clearInterval(timer)
}

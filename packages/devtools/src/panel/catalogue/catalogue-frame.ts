import { contentOf } from '../../do/page-content.ts'
import { framePrefix } from '../../do/preview-frame.ts'
import { h } from '../elements/h.ts'

/** How a screen of the catalogue turned out. */
export type Shot =
  | { readonly kind: 'shown'; readonly content: ReadonlySet<number> }
  /** The app has not called `inspectAuth` there before its screens read what to show. */
  | { readonly kind: 'late' }
  /** The page does not let itself be put into a frame. */
  | { readonly kind: 'refused' }

/** As long as a page may take, in ms; and how often one looks. */
const patienceMs = 20_000
const everyMs = 150

/** The size of the page in a frame, in px: as the style sheet says. */
export const frameSize = { width: 800, height: 640 }

/** A frame of this very page that shows one place. */
export const catalogueFrame = (place: string, title: string): HTMLIFrameElement =>
  h('iframe', {
    name: `${framePrefix}${place}`,
    src: globalThis.location.href,
    title,
    tabindex: -1,
    class: 'shot-page',
  })

/** Waits until a frame shows its place and is at rest; `undefined` where it was taken away meanwhile. */
export async function shotOf(frame: HTMLIFrameElement): Promise<Shot | undefined> {
  const end = Date.now() + patienceMs
  let before: string | undefined
  let times = 0
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, everyMs))
    if (!frame.isConnected) return undefined
    const page = frame.contentDocument
    if (!page) return { kind: 'refused' }
    // Between two documents there is none.
    const isThere = page.documentElement?.dataset.authchartPreview !== undefined
    const text = page.body?.textContent.trim() ?? ''
    times = isThere && page.readyState === 'complete' && text === before ? times + 1 : 0
    before = text
    if (times >= 3) return { kind: 'shown', content: new Set(contentOf(page.body).values()) }
    if (Date.now() > end) return { kind: 'late' }
  }
}

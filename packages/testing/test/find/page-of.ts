import { Window } from 'happy-dom'
import { lookAtPage } from '../../src/find/look-at-page.ts'
import type { Seen } from '../../src/find/seen.ts'

/** What a page of this HTML shows. */
export function pageOf(html: string): readonly Seen[] {
  const { document } = new Window()
  document.body.innerHTML = html
  return lookAtPage(document as unknown as Document)
}

import { vi } from 'vitest'

/** The chart is explored for some of them. In ms. */
const patient = { timeout: 60_000 }

/** Opens all views of a panel, as far as they show the past, and reports their HTML. */
export async function readPanel(root: ShadowRoot, report: (html: string) => void): Promise<void> {
  for (const tab of root.querySelectorAll<HTMLElement>('[role=tab]')) {
    tab.click()
    const view = root.querySelector(`#${tab.getAttribute('aria-controls')}`)
    if (!view) throw new Error(`There is no view for ${tab.textContent}`)
    await vi.waitFor(() => {
      if (isLoading(view)) throw new Error(`${tab.textContent} is still loading`)
    }, patient)
    report(root.innerHTML)
    const list = view.querySelector<HTMLElement>('[role=listbox][aria-label=Events]')
    const details = view.querySelector('[aria-label=Details]')
    if (list && details) readEvents(list, details, report)
  }
}

/** The frames of the catalogue load for longer: they show examples, and nothing that has happened. */
const isLoading = (view: Element) =>
  [...view.querySelectorAll('[role=status]')].some(({ textContent }) =>
    /^(?:Loading|Reading|Looking)/.test(textContent),
  )

/** Selects each event of the timeline: only then its row and its details are there. */
function readEvents(list: HTMLElement, details: Element, report: (html: string) => void) {
  // Where nothing is laid out it would have none, and no rows that are seen.
  Object.defineProperty(list, 'clientHeight', { value: 26 })
  const press = (key: string) => list.dispatchEvent(new KeyboardEvent('keydown', { key }))
  press('Home')
  for (let before: string | null | undefined; ; ) {
    const selected = list.getAttribute('aria-activedescendant')
    if (selected === before) return
    before = selected
    report(`${list.querySelector('[aria-selected=true]')?.outerHTML}${details.innerHTML}`)
    press('ArrowDown')
  }
}

import { h } from './h.ts'

export interface VirtualList {
  readonly element: HTMLElement
  /** What is in the list from now on. At its end it stays at the end. */
  set(count: number): void
  reveal(index: number): void
  /** Draws what is seen. */
  paint(): void
}

/** Rows that are drawn beyond what is seen. */
const spare = 6

/** A list of which only the rows that are seen exist; each is `rowHeight` px high. */
export function virtualList(
  rowHeight: number,
  row: (index: number) => HTMLElement,
  props: Record<string, string>,
): VirtualList {
  let count = 0
  let sticks = true
  const rows = h('div', { class: 'virtual-rows', role: 'presentation' })
  const height = h('div', { class: 'virtual-height', role: 'presentation' }, rows)
  const element = h(
    'div',
    {
      ...props,
      class: 'virtual',
      tabindex: 0,
      onscroll() {
        sticks = element.scrollTop + element.clientHeight >= element.scrollHeight - rowHeight
        paint()
      },
    },
    height,
  )

  function paint() {
    const first = Math.max(0, Math.floor(element.scrollTop / rowHeight) - spare)
    const seen = Math.ceil(element.clientHeight / rowHeight) + 2 * spare
    const last = Math.min(count, first + seen)
    rows.style.setProperty('transform', `translateY(${first * rowHeight}px)`)
    rows.replaceChildren(
      ...Array.from({ length: Math.max(0, last - first) }, (_, at) => row(first + at)),
    )
  }

  return {
    element,
    set(next) {
      count = next
      height.style.setProperty('height', `${count * rowHeight}px`)
      if (sticks) element.scrollTop = count * rowHeight
      paint()
    },
    reveal(index) {
      const top = index * rowHeight
      const bottom = top + rowHeight - element.clientHeight
      element.scrollTop = Math.min(top, Math.max(bottom, element.scrollTop))
      paint()
    },
    paint,
  }
}

import { h } from './elements/h.ts'
import type { View } from './view.ts'

/** A view whose code is loaded when it is seen for the first time. */
export function lazyView(name: string, load: () => Promise<View>): View {
  const element = h('div', { class: 'lazy' })
  let view: View | undefined
  let isSeen = false

  async function begin() {
    element.replaceChildren(h('p', { class: 'empty quiet', role: 'status' }, 'Loading…'))
    try {
      const loaded = await load()
      if (view) return
      view = loaded
      element.replaceChildren(loaded.element)
      if (!isSeen) return
      loaded.show?.()
      loaded.update()
    } catch {
      const again = h(
        'button',
        { type: 'button', class: 'button', onclick: () => void begin() },
        'Try again',
      )
      const text = h('p', { class: 'bad', role: 'alert' }, 'This view could not be loaded.')
      element.replaceChildren(h('div', { class: 'card' }, text, again))
    }
  }

  return {
    name,
    element,
    update: () => view?.update(),
    show() {
      isSeen = true
      if (view) view.show?.()
      else void begin()
    },
    hide() {
      isSeen = false
      view?.hide?.()
    },
  }
}

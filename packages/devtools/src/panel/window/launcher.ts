import { h } from '../elements/h.ts'

export interface Launcher {
  readonly element: HTMLElement
  /** Says where the flow is, and of which auth. */
  say(leaf: string, name: string): void
}

/** The button that opens the panel. */
export function launcher(open: () => void): Launcher {
  const element = h('button', {
    type: 'button',
    class: 'launcher',
    part: 'launcher',
    title: 'Open the auth inspector',
    onclick: open,
  })
  let said = ''
  return {
    element,
    say(leaf, name) {
      if (said === `${name} ${leaf}`) return
      said = `${name} ${leaf}`
      element.replaceChildren(
        h('span', { class: 'beat', 'aria-hidden': 'true' }),
        h('span', { class: 'unseen' }, 'Open the auth inspector: '),
        h('span', { class: 'quiet cut' }, name),
        h('code', {}, leaf),
      )
    },
  }
}

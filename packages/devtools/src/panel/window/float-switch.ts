import { h } from '../elements/h.ts'
import { iconButton } from '../elements/icon.ts'
import type { Floating } from './floating.ts'
import { storedNumbers } from './stored-numbers.ts'

export interface FloatSwitch {
  readonly element: HTMLElement
  /** It floated when it was there last. */
  readonly floated: boolean
  /** Lets it float, or docks it. Rejects where that could not be loaded. */
  float(isFloating: boolean): Promise<void>
}

export interface FloatOptions {
  readonly box: HTMLElement
  readonly title: HTMLElement
  readonly key: string
  /** Loads what else is needed before it floats. */
  readonly load: () => Promise<void>
  /** Shows an error message; an empty text removes it. */
  readonly say: (text: string) => void
}

/** Two buttons at one place: one lets the panel float in the page, the other docks it. */
export function floatSwitch(host: HTMLElement, options: FloatOptions): FloatSwitch {
  const { box, title, key, load, say } = options
  const stored = storedNumbers(`${key}:floating`)
  const toFloat = iconButton('float', 'Let it float', () => void press(true))
  const toDock = iconButton('dock', 'Dock it at the bottom', () => void press(false))
  let floats: Floating | undefined
  toDock.hidden = true

  async function float(isFloating: boolean) {
    const [{ floating }] = await Promise.all([import('./floating.ts'), load()])
    floats ??= floating(host, box, title, stored)
    floats.set(isFloating)
    const [before, now] = isFloating ? [toFloat, toDock] : [toDock, toFloat]
    const hadFocus = host.shadowRoot?.activeElement === before
    before.hidden = true
    now.hidden = false
    if (hadFocus) now.focus()
  }

  const press = (isFloating: boolean) =>
    float(isFloating).then(
      () => say(''),
      () => say('What it floats with could not be loaded. Try again.'),
    )

  return {
    element: h('span', { class: 'wide-only' }, toFloat, toDock),
    floated: stored.read()[0] === 1,
    float,
  }
}

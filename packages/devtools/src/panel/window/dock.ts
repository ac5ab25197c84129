import { grip } from '../elements/grip.ts'
import { h } from '../elements/h.ts'
import { storedNumbers } from './stored-numbers.ts'

const [lowest, usual] = [160, 380]

export interface Dock {
  readonly handle: HTMLElement
  readonly wasOpen: boolean
  remember(isOpen: boolean): void
}

/** The height of the panel, stored under a key: one number, below 0 while the panel is closed. */
export function dock(host: HTMLElement, key: string): Dock {
  const stored = storedNumbers(key)
  const [storedHeight = 0] = stored.read()
  let height = Math.abs(storedHeight) || usual

  function put(next: number) {
    const most = (host.ownerDocument.defaultView?.innerHeight ?? 800) - 48
    height = Math.round(Math.max(lowest, Math.min(most, next)))
    host.style.setProperty('--height', `${height}px`)
    handle.setAttribute('aria-valuenow', String(height))
    handle.setAttribute('aria-valuemax', String(Math.max(lowest, most)))
  }

  const handle = grip(
    h('div', {
      class: 'handle',
      role: 'separator',
      tabindex: 0,
      'aria-orientation': 'horizontal',
      'aria-label': 'Height of the inspector',
      'aria-valuemin': lowest,
    }),
    () => {
      const before = height
      return (_, down) => put(before - down)
    },
    () => stored.write(height),
  )
  put(height)
  return {
    handle,
    wasOpen: storedHeight > 0,
    remember: (isOpen) => stored.write(isOpen ? height : -height),
  }
}

import { h } from './elements/h.ts'

const key = 'authchart-inspector'
const [lowest, usual] = [160, 380]

export interface Dock {
  readonly handle: HTMLElement
  readonly wasOpen: boolean
  remember(isOpen: boolean): void
}

/**
 * The height of the panel, for as long as the tab lives: one number, below 0 while the panel is
 * closed. Where there is no storage it is forgotten.
 */
export function dock(host: HTMLElement): Dock {
  const stored = read()
  let height = Math.abs(stored) || usual

  function put(next: number) {
    const most = (host.ownerDocument.defaultView?.innerHeight ?? 800) - 48
    height = Math.round(Math.max(lowest, Math.min(most, next)))
    host.style.setProperty('--height', `${height}px`)
    handle.setAttribute('aria-valuenow', String(height))
  }

  const handle = h('div', {
    class: 'handle',
    role: 'separator',
    tabindex: 0,
    'aria-orientation': 'horizontal',
    'aria-label': 'Height of the inspector',
    'aria-valuemin': lowest,
    onpointerdown(event: PointerEvent) {
      handle.setPointerCapture(event.pointerId)
    },
    onpointermove(event: PointerEvent) {
      if (!handle.hasPointerCapture(event.pointerId)) return
      put((host.ownerDocument.defaultView?.innerHeight ?? 0) - event.clientY)
    },
    onpointerup: () => write(height),
    onkeydown(event: KeyboardEvent) {
      const by = { ArrowUp: 24, ArrowDown: -24 }[event.key]
      if (by === undefined) return
      event.preventDefault()
      put(height + by)
      write(height)
    },
  })
  put(height)
  return {
    handle,
    wasOpen: stored > 0,
    remember: (isOpen) => write(isOpen ? height : -height),
  }
}

function read(): number {
  try {
    return Number(sessionStorage.getItem(key)) || 0
  } catch {
    return 0
  }
}

function write(height: number): void {
  try {
    sessionStorage.setItem(key, String(height))
  } catch {
    // Some pages may not store anything.
  }
}

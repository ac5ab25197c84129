import { iconButton } from '../elements/icon.ts'
import { dock } from './dock.ts'
import { floatSwitch } from './float-switch.ts'
import { ownWindow } from './own-window.ts'

export interface PanelWindowOptions {
  readonly box: HTMLElement
  readonly title: HTMLElement
  /** The key of the stored values, and the name of the panel's own window. */
  readonly key: string
  readonly loadStyles: () => Promise<void>
  /** Shows a message; an empty text removes it. */
  readonly say: (text: string) => void
}

/** Where a panel is shown: docked, floating, or in a window of its own. */
export interface PanelWindow {
  /** Resizes the docked panel. */
  readonly handle: HTMLElement
  readonly buttons: readonly HTMLElement[]
  /** It fills its own window or another tool, and cannot be closed. */
  readonly isAlone: boolean
  remember(isOpen: boolean): void
  /** Restores the place of the panel, and shows it if it was open. */
  restore(show: () => void): void
  /** Closes the panel's own window, if there is one. */
  close(): void
}

const blocked = 'The browser has blocked the window. Allow pop-ups for this page, then try again.'

export function panelWindow(
  host: HTMLElement,
  { box, title, key, loadStyles, say }: PanelWindowOptions,
): PanelWindow {
  const { handle, wasOpen, remember } = dock(host, key)
  const floats = floatSwitch(host, { box, title, key, load: loadStyles, say })
  let isAlone = host.hasAttribute('embedded')
  let closeOwn: (() => void) | undefined

  function moveOut() {
    const { parentNode } = host
    closeOwn = ownWindow(host, { name: key, title: title.textContent ?? '' }, () => {
      closeOwn = undefined
      isAlone = false
      host.removeAttribute('alone')
      parentNode?.append(host)
    })
    say(closeOwn ? '' : blocked)
    if (!closeOwn) return
    isAlone = true
    host.setAttribute('alone', '')
  }

  return {
    handle,
    buttons: [floats.element, iconButton('window', 'Open in its own window', moveOut)],
    get isAlone() {
      return isAlone
    },
    remember,
    restore(show) {
      const showAgain = () => {
        if (host.isConnected && (wasOpen || isAlone)) show()
      }
      // Not docked first. If its code could not be loaded, the panel stays docked.
      if (floats.floated && !isAlone) void floats.float(true).then(showAgain, showAgain)
      else showAgain()
    },
    close() {
      closeOwn?.()
      closeOwn = undefined
    },
  }
}

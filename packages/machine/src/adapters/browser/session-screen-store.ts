import type { InterruptedScreen, ScreenStore } from '../../ports/index.ts'
import type { KeyValueStorage } from '../../ports/key-value-storage.ts'
import { parseInterruptedScreen } from './parse-interrupted-screen.ts'
import { webStorage } from './web-storage.ts'

/**
 * Stores the interrupted screen in `sessionStorage`, so it survives reloads of this tab.
 *
 * @param storage another storage; it must be synchronous.
 */
export function sessionScreenStore(
  clientId: string,
  storage: KeyValueStorage = webStorage('sessionStorage'),
): ScreenStore {
  const key = `authchart.${clientId}.pending`

  function write(stored: object | null) {
    try {
      storage.setItem(key, JSON.stringify(stored))
    } catch {
      // Without it, a reload only loses the interrupted screen.
    }
  }

  return {
    read() {
      try {
        return parseInterruptedScreen(JSON.parse(String(storage.getItem(key))))
      } catch {
        return undefined
      }
    },
    write: (screen) => write(toStored(screen)),
    clear() {
      try {
        storage.removeItem(key)
      } catch {
        write(null)
      }
    },
  }
}

/** Cognito's `Session` is the only secret in it: without it no challenge can be answered. */
function toStored(screen: InterruptedScreen): object {
  if (!('challenge' in screen)) return screen
  const { challenge } = screen
  return { ...screen, challenge: { ...challenge, session: challenge.session?.reveal() } }
}

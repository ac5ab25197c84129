import type { InterruptedScreen, ScreenStore } from '../../ports/index.ts'
import type { KeyValueStorage } from '../../ports/key-value-storage.ts'
import { parseInterruptedScreen } from './parse-interrupted-screen.ts'
import { webStorage } from './web-storage.ts'

/**
 * Keeps the interrupted screen in `sessionStorage`: for this tab, through reloads. `storage`: another
 * one, which has to answer at once.
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
      // A storage that rejects costs the reload its screen, nothing more.
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

/** Of what is secret only Cognito's `Session` is kept, without which no challenge can be answered. */
function toStored(screen: InterruptedScreen): object {
  if (!('challenge' in screen)) return screen
  const { challenge } = screen
  return { ...screen, challenge: { ...challenge, session: challenge.session?.reveal() } }
}

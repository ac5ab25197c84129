import type { InterruptedScreen, ScreenStore } from '../../ports/index.ts'
import type { KeyValueStorage } from '../../ports/key-value-storage.ts'
import { webStorage } from './web-storage.ts'

interface ScreenStorage extends Omit<ScreenStore, 'read'> {
  /** What is stored, not checked. */
  readStored(): unknown
}

/** Where the interrupted screen of a tab is stored: by default in `sessionStorage`. */
export function screenStorage(
  clientId: string,
  storage: KeyValueStorage = webStorage('sessionStorage'),
): ScreenStorage {
  const key = `authchart.${clientId}.pending`

  function write(stored: object | null) {
    try {
      storage.setItem(key, JSON.stringify(stored))
    } catch {
      // Without it, a reload only loses the interrupted screen.
    }
  }

  return {
    readStored() {
      try {
        return JSON.parse(String(storage.getItem(key)))
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

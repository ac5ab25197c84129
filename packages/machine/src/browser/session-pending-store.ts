import type { PendingScreen, PendingStore } from '../ports/index.ts'
import { parsePendingScreen } from './parse-pending-screen.ts'
import { webStorage } from './web-storage.ts'

/** Keeps the interrupted screen in `sessionStorage`: for this tab, through reloads. */
export function sessionPendingStore(clientId: string): PendingStore {
  const storage = webStorage('sessionStorage')
  const key = `authchart.${clientId}.pending`
  return {
    read() {
      try {
        return parsePendingScreen(JSON.parse(String(storage.getItem(key))))
      } catch {
        return undefined
      }
    },
    write(screen) {
      try {
        storage.setItem(key, JSON.stringify(toStored(screen)))
      } catch {
        // A full storage costs the reload its screen, nothing more.
      }
    },
    clear() {
      storage.removeItem(key)
    },
  }
}

/** Of what is secret only Cognito's `Session` is kept, without which no challenge can be answered. */
function toStored(screen: PendingScreen): object {
  if (screen.route !== 'challenge') return screen
  const { challenge } = screen
  return { ...screen, challenge: { ...challenge, session: challenge.session?.reveal() } }
}

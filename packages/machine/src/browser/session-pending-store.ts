import type { CodeDelivery, PendingScreen, PendingStore } from '../ports/index.ts'
import { webStorage } from './web-storage.ts'

/** Keeps the interrupted screen in `sessionStorage`: for this tab, through reloads, without secrets. */
export function sessionPendingStore(clientId: string): PendingStore {
  const storage = webStorage('sessionStorage')
  const key = `authchart.${clientId}.pending`
  return {
    read() {
      try {
        return parseScreen(JSON.parse(String(storage.getItem(key))))
      } catch {
        return undefined
      }
    },
    write(screen) {
      try {
        storage.setItem(key, JSON.stringify(screen))
      } catch {
        // A full storage costs the reload its screen, nothing more.
      }
    },
    clear() {
      storage.removeItem(key)
    },
  }
}

function parseScreen(value: unknown): PendingScreen | undefined {
  if (!isRecord(value)) return undefined
  if (value.route === 'signUp') return { route: 'signUp' }
  const { route, username, resendAt } = value
  if (route !== 'confirmSignUp' || typeof username !== 'string' || !username) return undefined
  return {
    route,
    username,
    delivery: parseDelivery(value.delivery),
    resendAt: typeof resendAt === 'number' ? resendAt : 0,
  }
}

function parseDelivery(value: unknown): CodeDelivery | undefined {
  if (!isRecord(value)) return undefined
  const { medium, destination, attribute } = value
  if ((medium !== 'EMAIL' && medium !== 'SMS') || typeof destination !== 'string') return undefined
  return { medium, destination, attribute: typeof attribute === 'string' ? attribute : undefined }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

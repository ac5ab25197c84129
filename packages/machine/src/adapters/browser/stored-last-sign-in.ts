import { firstFactors } from '../../first-factors.ts'
import type { LastSignIn, LastSignInStore } from '../../ports/index.ts'
import type { KeyValueStorage } from '../../ports/key-value-storage.ts'
import { webStorage } from './web-storage.ts'

/**
 * Stores the last sign-in in `localStorage`.
 *
 * @param storage another storage; it must be synchronous.
 */
export function storedLastSignIn(
  clientId: string,
  storage: KeyValueStorage = webStorage('localStorage'),
): LastSignInStore {
  const key = `authchart.${clientId}.lastSignIn`
  return {
    read() {
      try {
        return parse(JSON.parse(String(storage.getItem(key))))
      } catch {
        return undefined
      }
    },
    save(last) {
      try {
        storage.setItem(key, JSON.stringify(last))
      } catch {
        // Without it, the next sign-in only begins with nothing known.
      }
    },
  }
}

/** Any script of the page could have changed it. */
function parse(value: Readonly<Record<string, unknown>> | null): LastSignIn | undefined {
  const { username, factor: stored, isPasskeyPromptSkipped, hasFailedUpgrade } = value ?? {}
  const factor = firstFactors.find((known) => known === stored)
  if (typeof username !== 'string' || username === '' || !factor) return undefined
  return {
    username,
    factor,
    isPasskeyPromptSkipped: isPasskeyPromptSkipped === true,
    hasFailedUpgrade: hasFailedUpgrade === true,
  }
}

import { firstFactors } from '../../first-factors.ts'
import type { LastSignIn, LastSignInStore } from '../../ports/index.ts'
import type { KeyValueStorage } from '../../ports/key-value-storage.ts'
import { jsonStore } from './json-store.ts'
import { parsePasskeyNotes } from './stored-passkey-notes.ts'
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
  return jsonStore(`authchart.${clientId}.lastSignIn`, parse, storage)
}

/** Any script of the page could have changed it. */
function parse(value: Readonly<Record<string, unknown>>): LastSignIn | undefined {
  const { username, factor: stored } = value
  const factor = firstFactors.find((known) => known === stored)
  if (typeof username !== 'string' || username === '' || !factor) return undefined
  return { username, factor, ...parsePasskeyNotes(value) }
}

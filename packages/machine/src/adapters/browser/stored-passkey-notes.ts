import type { PasskeyNotes, PasskeyNotesStore } from '../../ports/index.ts'
import type { KeyValueStorage } from '../../ports/key-value-storage.ts'
import { jsonStore } from './json-store.ts'
import { webStorage } from './web-storage.ts'

/**
 * Stores what this browser is not to offer in `localStorage`, without a user.
 *
 * @param storage another storage; it must be synchronous.
 */
export function storedPasskeyNotes(
  clientId: string,
  storage: KeyValueStorage = webStorage('localStorage'),
): PasskeyNotesStore {
  return jsonStore(`authchart.${clientId}.passkeys`, parsePasskeyNotes, storage)
}

/** Any script of the page could have changed them. */
export function parsePasskeyNotes({
  isPasskeyPromptSkipped,
  hasFailedUpgrade,
}: Readonly<Record<string, unknown>>): PasskeyNotes {
  return {
    isPasskeyPromptSkipped: isPasskeyPromptSkipped === true,
    hasFailedUpgrade: hasFailedUpgrade === true,
  }
}

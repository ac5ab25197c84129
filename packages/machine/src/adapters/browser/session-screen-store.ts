import type { InterruptedScreen, ScreenStore } from '../../ports/index.ts'
import type { KeyValueStorage } from '../../ports/key-value-storage.ts'
import { parseInterruptedScreen } from './parse-interrupted-screen.ts'
import { screenStorage } from './screen-storage.ts'

interface SessionScreenStore extends ScreenStore {
  read(): InterruptedScreen | undefined
}

/**
 * Stores the interrupted screen in `sessionStorage`, so it survives reloads of this tab.
 *
 * @param storage another storage; it must be synchronous.
 */
export function sessionScreenStore(
  clientId: string,
  storage?: KeyValueStorage,
): SessionScreenStore {
  const { readStored, ...stored } = screenStorage(clientId, storage)
  return { ...stored, read: () => parseInterruptedScreen(readStored()) }
}

import { loadChunk } from '../../platform/load-chunk.ts'
import type { ScreenStore } from '../../ports/index.ts'
import { screenStorage } from './screen-storage.ts'

/** Like `sessionScreenStore`; the check of a stored screen is loaded where there is one. */
export function lazyScreenStore(clientId: string): ScreenStore {
  const { readStored, ...stored } = screenStorage(clientId)
  return {
    ...stored,
    route() {
      const { route }: { route?: unknown } = Object(readStored())
      return typeof route === 'string' ? route : undefined
    },
    async read() {
      const found = readStored()
      if (!found) return undefined
      const { parseInterruptedScreen } = await loadChunk(
        import('./parse-interrupted-screen.ts'),
        'What resumes a screen',
      )
      return parseInterruptedScreen(found)
    },
  }
}

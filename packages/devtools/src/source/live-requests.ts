import type { FetchTap } from '../fetch/fetch-tap.ts'
import type { RequestControls } from './panel-source.ts'

/** Shared by all panels of an inspector: each shows requests that another has paused. */
const known = new WeakMap<FetchTap, RequestControls>()

/** The requests that this page makes. Nothing of it outlives the page. */
export function liveRequests(tap: FetchTap): RequestControls {
  const controls = known.get(tap) ?? controlsOf(tap)
  known.set(tap, controls)
  return controls
}

function controlsOf(tap: FetchTap): RequestControls {
  let letGo: (() => void) | undefined
  let delayMs = 0
  return {
    get pending() {
      return tap.pending
    },
    get isPausing() {
      return letGo !== undefined
    },
    set isPausing(isPausing) {
      letGo?.()
      letGo = isPausing ? tap.pause() : undefined
    },
    get delayMs() {
      return delayMs
    },
    set delayMs(ms) {
      delayMs = ms
      tap.delay(ms)
    },
    release: (request) => void tap.release(request),
    async endings(operation) {
      const { endingsOf } = await import('../fake-cognito/index.ts')
      return endingsOf(operation).map(({ name, isRejection }) => ({ name, isRejection }))
    },
    async end(request, name) {
      const { endingsOf } = await import('../fake-cognito/index.ts')
      const operation = tap.pending.find((one) => one.request === request)?.operation ?? ''
      endingsOf(operation)
        .find((ending) => ending.name === name)
        ?.give(tap, request)
    },
  }
}

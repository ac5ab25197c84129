import { afterEach, beforeEach, vi } from 'vitest'

/** Only the sandbox's clock moves time, so limits are exact however slow the machine is. */
export function freezeTime() {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'] })
  })
  afterEach(() => {
    vi.useRealTimers()
  })
}

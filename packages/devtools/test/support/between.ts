import type { Auth } from '@authchart/machine'
import type { InspectionEvent } from 'xstate'

/*
 * What modules of the machine are given in the place of their own, so that each tab of a walk is
 * looked at from its first moment. Imports nothing of the machine: it is loaded before that.
 */

type Fetch = typeof globalThis.fetch

/** Observes the auth of a tab: its events from the first on, and the auth once it exists. */
export interface Watch {
  inspect(event: InspectionEvent): void
  attach(auth: Auth): void
}

export const between: {
  /** Sees the requests of the tab that is opened. */
  watchFetch(fetch: Fetch): Fetch
  watchAuth(): Watch
} = {
  watchFetch: (fetch) => fetch,
  watchAuth: () => ({ inspect: () => {}, attach: () => {} }),
}

/** The transport of the tab that is being opened: it creates its ports first, and its auth right after. */
let transport: { current: Fetch } = { current: globalThis.fetch }

/** For `vi.mock` of `default-ports.ts`: the requests of a tab can be tapped. */
export function mockPorts<T extends { cognitoPorts: (options: never) => unknown }>(real: T): T {
  return {
    ...real,
    cognitoPorts(options: { fetch: Fetch }) {
      const mine = { current: between.watchFetch(options.fetch) }
      transport = mine
      const through: Fetch = (input, init) => mine.current(input, init)
      return real.cognitoPorts({ ...options, fetch: through } as never)
    },
  }
}

/** For `vi.mock` of `create-auth.ts`: `globalThis.fetch` is the tab's own while it is looked at first. */
export function mockCreateAuth<T extends { createAuth: (options: never) => Auth }>(real: T): T {
  return {
    ...real,
    createAuth(options: Partial<Pick<Watch, 'inspect'>>) {
      const watch = between.watchAuth()
      const inspect = (event: InspectionEvent) => {
        options.inspect?.(event)
        watch.inspect(event)
      }
      const auth = real.createAuth({ ...options, inspect } as never)
      const original = globalThis.fetch
      globalThis.fetch = transport.current
      watch.attach(auth)
      transport.current = globalThis.fetch
      globalThis.fetch = original
      return auth
    },
  }
}

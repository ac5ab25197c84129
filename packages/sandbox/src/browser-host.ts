import type { Host } from './host.ts'

/** One for each sandbox: it has the cookies of the page's hosted UI. */
export function browserHost(): Host {
  return {
    openDataDir() {
      throw new Error('A sandbox in a browser has no data directory. Set `storage` instead.')
    },
    async listen() {
      throw new Error('A sandbox in a browser cannot listen. Use its `fetch`, or start it in Node.')
    },
    cookies: new Map(),
  }
}

export type ProtectiveInit = Pick<RequestInit, 'cache' | 'credentials' | 'redirect'>

/** The options that forbid caches, cookies and redirects. */
export const protection = {
  cache: 'no-store',
  credentials: 'omit',
  redirect: 'error',
} as const satisfies ProtectiveInit

/** One option at a time, the better one first. */
const members: readonly ProtectiveInit[] = [
  { cache: 'no-store' },
  { credentials: 'omit' },
  { redirect: 'error' },
  { redirect: 'manual' },
]

/**
 * The part of {@link protection} that a `fetch` accepts: the one of Cloudflare Workers throws for
 * `redirect: 'error'`, and for `cache` and `credentials` before their compatibility dates of 2024.
 * Found by requests that are aborted before they begin, so nothing is sent. `undefined`: all options
 * are accepted, or it cannot be found out.
 */
export async function acceptedInit(
  fetch: typeof globalThis.fetch,
  url: string,
): Promise<ProtectiveInit | undefined> {
  if ((await accepts(fetch, url, protection)) || !(await accepts(fetch, url, {}))) return undefined
  let found: ProtectiveInit = {}
  for (const member of members) {
    if (found.redirect && member.redirect) continue
    if (await accepts(fetch, url, member)) found = { ...found, ...member }
  }
  return found
}

async function accepts(
  fetch: typeof globalThis.fetch,
  url: string,
  init: ProtectiveInit,
): Promise<boolean> {
  const controller = new AbortController()
  controller.abort()
  try {
    await fetch(url, { ...init, signal: controller.signal })
    return true
  } catch (error) {
    // By name, not by class: under Jest the errors of Node's `fetch` are from another realm.
    return Object(error).name === 'AbortError'
  }
}

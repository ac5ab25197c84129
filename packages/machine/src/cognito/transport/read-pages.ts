import { throwIfAborted } from '../../platform/abort.ts'

/** Of 60 items each: no user has more. */
const mostPages = 50

export interface Page<Item> {
  readonly items: readonly Item[]
  readonly nextToken: string | undefined
}

/**
 * The items of all pages. Also ends when a server never would: at a repeated token, at an empty page, and
 * after 50 pages.
 *
 * @throws the signal's reason, also when `read` ignores the signal.
 */
export async function readPages<Item>(
  read: (token: string | undefined) => Promise<Page<Item>>,
  signal: AbortSignal,
): Promise<readonly Item[]> {
  const found: Item[] = []
  const seen = new Set<string | undefined>()
  let token: string | undefined
  do {
    seen.add(token)
    const { items, nextToken } = await read(token)
    throwIfAborted(signal)
    found.push(...items)
    token = items.length > 0 ? nextToken : undefined
  } while (token && !seen.has(token) && seen.size < mostPages)
  return found
}

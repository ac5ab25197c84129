import { throwIfAborted } from '../../platform/abort.ts'

/** Of 60 items each: more than anybody has. */
const mostPages = 50

export interface Page<Item> {
  readonly items: readonly Item[]
  readonly nextToken: string | undefined
}

/**
 * The items of all pages. Ends also where a server does not: at a token that it gave before, an empty
 * page, after 50 pages.
 *
 * @throws the signal's reason, also where `read` does not look at it.
 */
export async function readPages<Item>(
  read: (token: string | undefined) => Promise<Page<Item>>,
  signal: AbortSignal,
): Promise<readonly Item[]> {
  const found: Item[] = []
  const asked = new Set<string | undefined>()
  let token: string | undefined
  do {
    asked.add(token)
    const { items, nextToken } = await read(token)
    throwIfAborted(signal)
    found.push(...items)
    token = items.length > 0 ? nextToken : undefined
  } while (token && !asked.has(token) && asked.size < mostPages)
  return found
}

/** What a page shows for one place of the chart. */
export interface Shown {
  readonly route: string
  /** Hashes of its visible texts and controls. */
  readonly content: ReadonlySet<number>
}

/** With fewer other routes, what two screens have in common could be taken for what is on all. */
const fewestRoutes = 2

/**
 * Whether a page shows nothing of its own for a route: nothing but what it shows for an unknown route, and for most
 * of the other routes, e.g. a header. Both, since an app that throws for an unknown route shows no header there.
 */
export function isEmpty(
  { route, content }: Shown,
  all: Iterable<Shown>,
  unknown: ReadonlySet<number>,
): boolean {
  const left = beyond(content, unknown)
  if (left.length === 0) return true
  const others = new Map<string, Set<number>>()
  for (const other of all) {
    // Pages without a screen say nothing about what the others have in common.
    if (other.route === route || beyond(other.content, unknown).length === 0) continue
    others.set(other.route, new Set([...(others.get(other.route) ?? []), ...other.content]))
  }
  if (others.size < fewestRoutes) return false
  const contents = [...others.values()]
  return left.every((one) => contents.filter((it) => it.has(one)).length > contents.length / 2)
}

const beyond = (content: ReadonlySet<number>, unknown: ReadonlySet<number>): readonly number[] =>
  [...content].filter((one) => !unknown.has(one))

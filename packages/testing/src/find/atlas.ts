import type { AuthRoute } from '@authchart/machine'
import { plainText } from './alike.ts'
import { codeOf, type Place, placesOf } from './locators.ts'
import { isField, type Seen } from './seen.ts'

/** What was seen of a screen in one of its states. */
export interface Sight {
  readonly route: AuthRoute
  readonly leaf: string
  readonly page: readonly Seen[]
}

/** The sign of a screen: each of its states shows one of these, and no other screen does. */
export type Sign = readonly Place[]

/** The most places of a sign. */
const mostPlaces = 3

/**
 * The sign of a screen: what all its states show and no other screen. Headings are better than texts, texts than
 * fields, fields than buttons. `undefined` where nothing distinguishes it.
 */
export function signOf(route: AuthRoute, sights: readonly Sight[]): Sign | undefined {
  const own = sights.filter((sight) => sight.route === route).map(signsIn)
  if (own.length === 0) return undefined
  const others = new Set(
    sights.filter((sight) => sight.route !== route).flatMap((sight) => [...signsIn(sight).keys()]),
  )
  const sign: Place[] = []
  let open = own
  while (open.length > 0) {
    const best = bestOf(open, others)
    if (!best || sign.length === mostPlaces) return undefined
    sign.push(best.place)
    open = open.filter((shown) => !shown.has(best.key))
  }
  return sign
}

interface Shown {
  readonly key: string
  readonly place: Place
  readonly rank: number
}

function bestOf(
  open: readonly ReadonlyMap<string, Shown>[],
  others: ReadonlySet<string>,
): Shown | undefined {
  const counts = new Map<string, { readonly shown: Shown; count: number }>()
  for (const sight of open) {
    for (const [key, shown] of sight) {
      if (others.has(key)) continue
      const known = counts.get(key) ?? { shown, count: 0 }
      known.count += 1
      counts.set(key, known)
    }
  }
  const [best] = [...counts.values()].sort(
    (one, other) => other.count - one.count || one.shown.rank - other.shown.rank,
  )
  return best?.shown
}

/** The elements of a sight that can be a sign, by its code; what is there twice cannot. */
function signsIn({ page }: Sight): ReadonlyMap<string, Shown> {
  const found = new Map<string, Shown>()
  const twice = new Set<string>()
  for (const seen of page) {
    const [place] = placesOf(seen)
    if (!place || seen.name === '' || seen.isInDialog) continue
    const key = codeOf(place)
    if (found.has(key)) twice.add(key)
    found.set(key, { key, place, rank: rankOf(seen) })
  }
  for (const key of twice) found.delete(key)
  return found
}

function rankOf(seen: Seen): number {
  if (seen.role === 'heading') return seen.level
  if (seen.role === 'text') return 10
  return isField(seen) ? 20 : 30
}

/** How much of two looks is the same, from 0 to 1: by the names and roles of their elements. */
export function likeness(one: readonly Seen[], other: readonly Seen[]): number {
  const [a, b] = [namesIn(one), namesIn(other)]
  const common = [...a].filter((name) => b.has(name)).length
  return a.size + b.size === 0 ? 0 : (2 * common) / (a.size + b.size)
}

const namesIn = (page: readonly Seen[]) =>
  new Set(
    page
      .filter(({ role }) => role !== 'text')
      .map(({ role, name }) => `${role} ${plainText(name).replaceAll(/\d+/g, '')}`),
  )

/** The screen that a page looks like most, of those that were seen; `undefined` before any was. */
export function nearestRoute(
  page: readonly Seen[],
  sights: readonly Sight[],
): { readonly route: AuthRoute; readonly likeness: number } | undefined {
  const [best] = sights
    .map((sight) => ({ route: sight.route, likeness: likeness(page, sight.page) }))
    .sort((one, other) => other.likeness - one.likeness)
  return best
}

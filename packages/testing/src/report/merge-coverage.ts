import type { Coverage, PlanRow, Row, SessionRow } from './coverage.ts'

/**
 * One coverage of several: of the shards of a plan, of the tests that ran one walk each, of plans
 * for several criteria over the same chart.
 */
export function mergeCoverage(parts: readonly Coverage[]): Coverage {
  return {
    plans: [
      ...byKey(
        parts.flatMap(({ plans }) => plans),
        ({ criterion }) => criterion,
        morePlan,
      ),
    ],
    leaves: mergeRows(parts.map(({ leaves }) => leaves)),
    transitions: mergeRows(parts.map(({ transitions }) => transitions)),
    outcomes: mergeRows(parts.map(({ outcomes }) => outcomes)),
    sessions: [
      ...byKey(
        parts.flatMap(({ sessions }) => sessions),
        ({ criterion, title }) => `${criterion} ${title}`,
        worseSession,
      ),
    ],
  }
}

function byKey<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
  merge: (one: Item, other: Item) => Item,
): Iterable<Item> {
  const merged = new Map<string, Item>()
  for (const item of items) {
    const known = merged.get(keyOf(item))
    merged.set(keyOf(item), known ? merge(known, item) : item)
  }
  return merged.values()
}

const mergeRows = <Kind extends Row>(parts: readonly (readonly Kind[])[]): readonly Kind[] => [
  ...byKey(parts.flat(), ({ name }) => name, mergeRow),
]

function mergeRow<Kind extends Row>(one: Kind, other: Kind): Kind {
  // The parts of one plan all plan the same, and each of them has run some of it.
  const planned = Math.max(one.planned, other.planned)
  const { why, ...rest } = one.planned > 0 ? one : other
  return {
    ...(rest as Kind),
    ...(planned === 0 && why !== undefined && { why }),
    planned,
    walked: one.walked + other.walked,
    failed: one.failed + other.failed,
  }
}

/** Drivers cannot take different steps: a goal that one of them reaches is reached. */
function morePlan(one: PlanRow, other: PlanRow): PlanRow {
  const { criterion, goals } = one
  const alsoMissed = new Set(other.missed.map(({ goal }) => goal))
  const missed = one.missed.filter(({ goal }) => alsoMissed.has(goal))
  return { criterion, goals, covered: goals - missed.length, missed }
}

const badness = { failed: 2, passed: 1, 'not run': 0 }

const worseSession = (one: SessionRow, other: SessionRow): SessionRow =>
  badness[other.status] > badness[one.status] ? other : one

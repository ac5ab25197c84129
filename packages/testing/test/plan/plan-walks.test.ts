import { describe, expect, test } from 'vitest'
import type { Step } from '../../src/model/model.ts'
import { costOfWalk, guessedCosts, shardOf, withinBudget } from '../../src/plan/costs.ts'
import { type Criterion, openLedger } from '../../src/plan/criterion.ts'
import { planWalks } from '../../src/plan/plan-walks.ts'
import { replayOf, walkOf } from '../../src/plan/replay.ts'
import type { Walk } from '../../src/plan/walk.ts'
import { planOf } from '../support/plan-of.ts'

const plan = planOf('transitions')
const { model, walks } = plan

/** What walks reach, counted independently of the planner. */
function reachedBy(walks: readonly Walk[], goalsOf: (step: Step, previous?: Step) => string[]) {
  return new Set(
    walks.flatMap(({ steps }) => steps.flatMap((step, index) => goalsOf(step, steps[index - 1]))),
  )
}

describe('every criterion is reached as a whole', () => {
  const all = (goalsOf: (step: Step) => string[]) => new Set(model.steps.flatMap(goalsOf))
  const cases: readonly [Criterion, (step: Step) => string[]][] = [
    ['states', ({ to }) => [to.leaf]],
    ['transitions', ({ transition }) => [transition]],
    ['outcomes', ({ outcome, label }) => (outcome ? [label] : [])],
  ]

  test.each(cases)('%s', (cover, goalsOf) => {
    const { walks, missed, goals, covered } = planOf(cover)
    expect(reachedBy(walks, goalsOf)).toEqual(all(goalsOf))
    expect({ missed, goals, covered }).toEqual({
      missed: [],
      goals: all(goalsOf).size,
      covered: all(goalsOf).size,
    })
  })
})

test('a walk is one way: each step begins where the last one ended', () => {
  for (const { start, steps } of walks) {
    let place = start.place.id
    for (const { from, to } of steps) {
      expect(from.id).toBe(place)
      place = to.id
    }
  }
})

test('the same chart gives the same walks, by titles that differ', () => {
  const again = planWalks()
  expect(again.walks.map(replayOf)).toEqual(walks.map(replayOf))
  expect(new Set(walks.map(({ title }) => title)).size).toBe(walks.length)
})

test('no session is longer than it may be, and longer ones are fewer', () => {
  const short = planWalks({ maxSteps: 20 })
  const long = planWalks({ maxSteps: 100 })
  for (const { steps } of short.walks) expect(steps.length).toBeLessThanOrEqual(20)
  expect(short.missed).toEqual([])
  expect(long.walks.length).toBeLessThan(walks.length)
  expect(walks.length).toBeLessThan(short.walks.length)
})

test('what a driver cannot take is left out, and listed with its reason', () => {
  const cannotTake = ({ kind }: Step) => (kind === 'external' ? 'there is only one tab' : undefined)
  const { walks, missed, covered, goals } = planWalks({ cannotTake })
  expect(walks.flatMap(({ steps }) => steps).some(({ kind }) => kind === 'external')).toBe(false)
  expect(covered + missed.length).toBe(goals)
  expect(missed.find(({ goal }) => goal.includes('session.found'))?.why).toBe(
    'there is only one tab',
  )
  expect(missed.find(({ goal }) => goal.includes('go.signedIn'))?.why).toMatch(/lies behind/)
})

test('what costs more is gone to less often', () => {
  const isExternal = ({ kind }: Step) => kind === 'external'
  const count = (walks: readonly Walk[]) =>
    walks.flatMap(({ steps }) => steps).filter(isExternal).length
  const dear = planWalks({ cover: 'outcomes', costOf: (step) => (isExternal(step) ? 9 : 1) })
  expect(dear.missed).toEqual([])
  expect(count(dear.walks)).toBeLessThanOrEqual(count(planOf('outcomes').walks))
})

test('shards have every walk once, and about the same to do', () => {
  const shards = [1, 2, 3].map((index) => shardOf(walks, { index, count: 3 }))
  expect(
    shards
      .flat()
      .map(({ title }) => title)
      .sort(),
  ).toEqual(walks.map(({ title }) => title).sort())
  const costs = shards.map((shard) => shard.reduce((sum, walk) => sum + costOfWalk(walk), 0))
  const dearest = Math.max(...walks.map((walk) => costOfWalk(walk)))
  expect(Math.max(...costs) - Math.min(...costs)).toBeLessThanOrEqual(dearest)
  for (const [index, count] of [
    [4, 3],
    [0, 3],
    [1.5, 3],
    [1, 1.5],
    [Number.NaN, 3],
  ] as const) {
    expect(() => shardOf(walks, { index, count })).toThrow(RangeError)
  }
})

test('a session has a whole number of steps', () => {
  for (const maxSteps of [0, -1, 1.5, Number.NaN]) {
    expect(() => planWalks({ maxSteps })).toThrow(/^maxSteps is a whole number from 1, not /)
  }
})

test('a budget keeps to its time, as the last run has measured it', () => {
  const costs = { session: 1_000, steps: { ...guessedCosts.steps, action: 500 } }
  const some = withinBudget(walks, 60_000, costs)
  const cost = some.reduce((sum, walk) => sum + costOfWalk(walk, costs), 0)
  expect(some.length).toBeGreaterThan(0)
  expect(some.length).toBeLessThan(walks.length)
  expect(cost).toBeLessThanOrEqual(60_000)
})

describe('a replay', () => {
  test('takes the same way again, from JSON, with nothing secret in it', () => {
    const json = JSON.stringify(walks.map(replayOf))
    expect(json).not.toMatch(/canary/)
    const again = (JSON.parse(json) as ReturnType<typeof replayOf>[]).map((replay) =>
      walkOf(model, replay),
    )
    expect(again.map(replayOf)).toEqual(walks.map(replayOf))
  })

  test('that the chart cannot take says where', () => {
    const lost = { title: 'x', start: 'the page is opened', steps: ['signIn.submit'] }
    expect(() => walkOf(model, lost)).toThrow(
      /“signIn.submit” is not possible at restoring.reading/,
    )
    expect(() => walkOf(model, { ...lost, start: 'nowhere' })).toThrow(/“nowhere”/)
  })
})

test('what is planned next to what is open: a ledger forgets nothing', () => {
  const ledger = openLedger(model, 'transitions')
  const [walk] = walks
  walk?.steps.forEach((step, index) => {
    ledger.take(step, walk.steps[index - 1])
  })
  expect(ledger.open().length).toBeLessThan(ledger.total)
  expect(ledger.open().length).toBeGreaterThan(0)
})

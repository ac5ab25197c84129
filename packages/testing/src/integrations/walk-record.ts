import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Costs, guessedCosts } from '../plan/costs.ts'
import type { Plan } from '../plan/plan-walks.ts'
import { coverageOf } from '../report/coverage-of.ts'
import { resultOf, type WalkResult } from '../report/walk-result.ts'
import type { Taken } from './take-walk.ts'

interface Spent {
  ms: number
  count: number
}

/**
 * What a run leaves behind in a folder: `coverage-<worker>.json` for `authchart-test report`, a
 * `replay-<number>.json` for each walk that failed, and `spent-<worker>.json`, by which the next run
 * keeps to its budget.
 */
export class WalkRecord {
  readonly #plan: Plan
  readonly #folder: string
  readonly #worker: string
  readonly #results: WalkResult[] = []
  readonly #spent = new Map<string, Spent>()

  constructor(plan: Plan, folder: string, worker: string) {
    this.#plan = plan
    this.#folder = folder
    this.#worker = worker
    mkdirSync(folder, { recursive: true })
  }

  add({ walk, ms, times, error }: Taken): void {
    this.#results.push(resultOf(walk, ms, error))
    for (const { step, ms } of times) this.#spend(step.kind, ms)
    this.#spend('session', Math.max(0, ms - times.reduce((sum, time) => sum + time.ms, 0)))
    this.#write(`coverage-${this.#worker}`, coverageOf(this.#plan, this.#results))
    this.#write(`spent-${this.#worker}`, Object.fromEntries(this.#spent))
    if (error) this.#write(`replay-${this.#plan.walks.indexOf(walk) + 1}`, error.replay)
  }

  #spend(kind: string, ms: number): void {
    const spent = this.#spent.get(kind) ?? { ms: 0, count: 0 }
    this.#spent.set(kind, { ms: spent.ms + ms, count: spent.count + 1 })
  }

  #write(name: string, content: unknown): void {
    writeFileSync(join(this.#folder, `${name}.json`), `${JSON.stringify(content)}\n`)
  }
}

/** What a run leaves; other tools may keep a `coverage-final.json` in the same folder. */
const left = /^(replay-|(coverage|spent)-(.+-)?)\d+\.json$/
const spentFiles = /^spent-(.+-)?\d+\.json$/
const costsFile = /^costs\.json$/

/** What earlier runs have learned of costs; a guess before the first one, or where it cannot be read. */
export function learnedCosts(folder: string): Costs {
  const mean = [...spentIn(folder, costsFile)].map(
    ([kind, { ms, count }]) => [kind, ms / count] as const,
  )
  const { session = guessedCosts.session, ...steps } = Object.fromEntries(mean)
  return { session, steps: { ...guessedCosts.steps, ...steps } }
}

/**
 * Before a run: forgets what the last one has left, but for what it has learned. That is fixed from
 * now on, so that all workers choose the same walks.
 */
export function beginRecord(folder: string): void {
  const spent = spentIn(folder, spentFiles)
  if (spent.size > 0) {
    writeFileSync(join(folder, 'costs.json'), `${JSON.stringify(Object.fromEntries(spent))}\n`)
  }
  for (const name of filesIn(folder)) {
    if (left.test(name)) rmSync(join(folder, name), { force: true })
  }
}

function spentIn(folder: string, names: RegExp): ReadonlyMap<string, Spent> {
  const total = new Map<string, Spent>()
  for (const part of contentsOf(folder, names)) {
    for (const [kind, spent] of Object.entries(Object(part))) {
      if (!isSpent(spent)) continue
      const { ms, count } = spent
      const known = total.get(kind) ?? { ms: 0, count: 0 }
      total.set(kind, { ms: known.ms + ms, count: known.count + count })
    }
  }
  return total
}

/** A measured time; a broken file contains other values. */
function isSpent(value: unknown): value is Spent {
  const { ms, count } = Object(value) as Readonly<Record<string, unknown>>
  return typeof ms === 'number' && ms >= 0 && typeof count === 'number' && count > 0
}

function contentsOf(folder: string, names: RegExp): readonly unknown[] {
  return filesIn(folder)
    .filter((name) => names.test(name))
    .flatMap((name) => {
      try {
        return [JSON.parse(readFileSync(join(folder, name), 'utf8'))]
      } catch {
        // Half written, or not ours: a guess does as well.
        return []
      }
    })
}

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => name)
  } catch {
    return []
  }
}

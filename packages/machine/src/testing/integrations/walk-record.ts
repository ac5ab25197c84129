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

/** What earlier runs have learned of costs; a guess before the first one, or where it cannot be read. */
export function learnedCosts(folder: string): Costs {
  const mean = [...spentIn(folder, 'costs')].map(
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
  const spent = spentIn(folder, 'spent-')
  if (spent.size > 0) {
    writeFileSync(join(folder, 'costs.json'), `${JSON.stringify(Object.fromEntries(spent))}\n`)
  }
  for (const name of namesIn(folder)) {
    if (/^(coverage|replay|spent)-/.test(name)) rmSync(join(folder, name))
  }
}

function spentIn(folder: string, prefix: string): ReadonlyMap<string, Spent> {
  const total = new Map<string, Spent>()
  for (const part of filesOf(folder, prefix)) {
    for (const [kind, { ms, count }] of Object.entries(part as Record<string, Spent>)) {
      const known = total.get(kind) ?? { ms: 0, count: 0 }
      total.set(kind, { ms: known.ms + ms, count: known.count + count })
    }
  }
  return total
}

function filesOf(folder: string, prefix: string): readonly unknown[] {
  return namesIn(folder)
    .filter((name) => name.startsWith(prefix))
    .flatMap((name) => {
      try {
        return [JSON.parse(readFileSync(join(folder, name), 'utf8'))]
      } catch {
        // Half written, or not ours: a guess does as well.
        return []
      }
    })
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

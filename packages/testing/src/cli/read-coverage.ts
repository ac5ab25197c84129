import { isReplay } from '../plan/replay.ts'
import type { Coverage } from '../report/coverage.ts'
import { readJson } from './read-options.ts'

/**
 * What a run has covered, from its file.
 *
 * @throws Error that names the file, and what in it is no coverage.
 */
export function readCoverage(file: string): Coverage {
  const content = readJson(file)
  if (isCoverage(content)) return content
  const wrong = Object.keys(parts).filter((part) => !parts[part]?.(Object(content)[part]))
  throw new Error(
    `${file} contains no coverage (${wrong.join(', ')}): write JSON.stringify(coverageOf(plan, results)) there.`,
  )
}

type Check = (value: unknown) => boolean

const isText: Check = (value) => typeof value === 'string'
const isNumber: Check = (value) => typeof value === 'number'
/** Checks something that was counted. */
const isCount: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 0

const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value)

const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check)

const shaped =
  (shape: Readonly<Record<string, Check>>): Check =>
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    Object.entries(shape).every(([key, check]) =>
      check((value as Readonly<Record<string, unknown>>)[key]),
    )

const row = {
  name: isText,
  planned: isCount,
  walked: isCount,
  failed: isCount,
  why: optional(isText),
}

const parts: Readonly<Record<string, Check>> = {
  plans: listOf(
    shaped({
      criterion: isText,
      goals: isCount,
      covered: isCount,
      missed: listOf(shaped({ goal: isText, why: isText })),
    }),
  ),
  leaves: listOf(shaped(row)),
  transitions: listOf(shaped({ ...row, from: isText, to: isText, label: isText, alike: isCount })),
  outcomes: listOf(shaped(row)),
  sessions: listOf(
    shaped({
      criterion: isText,
      title: isText,
      start: isText,
      steps: listOf(isText),
      status: (value) => value === 'passed' || value === 'failed' || value === 'not run',
      ms: isNumber,
      failure: optional(shaped({ index: isNumber, message: isText, replay: isReplay })),
    }),
  ),
}

const isCoverage = (content: unknown): content is Coverage => shaped(parts)(content)

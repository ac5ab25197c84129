import type { Model, Step } from '../model/model.ts'
import type { Walk } from './walk.ts'

/** A walk as JSON: labels alone, so that it can be stored with a failure and taken again. */
export interface Replay {
  readonly title: string
  readonly start: string
  readonly steps: readonly string[]
}

export function replayOf({ title, start, steps }: Walk): Replay {
  return {
    title,
    start: start.name,
    steps: steps.map(({ label }) => label),
  }
}

/** Whether what was read from a file is a replay. */
export function isReplay(content: unknown): content is Replay {
  if (typeof content !== 'object' || content === null) return false
  const { title, start, steps } = content as Readonly<Record<string, unknown>>
  return (
    typeof title === 'string' &&
    typeof start === 'string' &&
    Array.isArray(steps) &&
    steps.every((step) => typeof step === 'string')
  )
}

/**
 * The walk that a replay describes.
 *
 * @throws Error where the chart cannot take it (any more), saying at which step.
 */
export function walkOf({ starts }: Model, { title, start: name, steps: labels }: Replay): Walk {
  const start = starts.find((start) => start.name === name)
  if (!start) throw new Error(`No session begins with “${name}”`)
  const steps: Step[] = []
  for (const label of labels) {
    const place = steps.at(-1)?.to ?? start.place
    const step = place.steps.find((step) => step.label === label)
    if (!step)
      throw new Error(`“${label}” is not possible at ${place.id}, step ${steps.length + 1}`)
    steps.push(step)
  }
  return { title, start, steps }
}

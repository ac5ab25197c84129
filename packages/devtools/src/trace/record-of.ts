import type { Shown } from './trace-event.ts'

/** The parts of what is shown by their names; none of what has none. */
export function recordOf(value: Shown | undefined): Readonly<Record<string, Shown>> {
  return {
    ...Object(value),
  }
}

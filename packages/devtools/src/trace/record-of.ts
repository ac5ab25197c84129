import type { Shown } from './trace-event.ts'

/** The parts of what is shown by their names; none of what has none. */
export const recordOf = (value: Shown | undefined): Readonly<Record<string, Shown>> => ({
  ...Object(value),
})

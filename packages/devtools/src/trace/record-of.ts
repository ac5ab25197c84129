import type { Shown } from './trace-event.ts'

/** The fields of a shown value; none if it is not an object. */
export function recordOf(value: Shown | undefined): Readonly<Record<string, Shown>> {
  return {
    ...Object(value),
  }
}

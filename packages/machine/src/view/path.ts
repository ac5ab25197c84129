import type { SnapshotFrom } from 'xstate'
import type { authMachine } from '../chart/machine.ts'
import type { AuthPath } from './route.ts'

export type AuthSnapshot = SnapshotFrom<typeof authMachine>

/** The active leaf. The chart is not parallel, so there is exactly one. */
export function pathOf(snapshot: AuthSnapshot): AuthPath {
  const keys: string[] = []
  let value: unknown = snapshot.value
  while (typeof value === 'object' && value !== null) {
    const [entry] = Object.entries(value)
    if (!entry) break
    keys.push(entry[0])
    value = entry[1]
  }
  if (typeof value === 'string') keys.push(value)
  return keys.join('.') as AuthPath
}

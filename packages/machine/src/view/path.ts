import type { SnapshotFrom, StateMachine, StateSchema } from 'xstate'
import type { authMachine } from '../chart/machine.ts'
import type { AuthPath } from './route.ts'

export type AuthSnapshot = SnapshotFrom<typeof authMachine>

/** `StateSchemaFrom` of XState, which is not there before 5.31. */
type SchemaOf<Machine> =
  Machine extends StateMachine<
    infer _Context,
    infer _Event,
    infer _Children,
    infer _Actor,
    infer _Action,
    infer _Guard,
    infer _Delay,
    infer _Value,
    infer _Tag,
    infer _Input,
    infer _Output,
    infer _Emitted,
    infer _Meta,
    infer Schema
  >
    ? Schema
    : never

type LeafPath<Schema, Prefix extends string = ''> = Schema extends {
  states: infer States extends Record<string, StateSchema>
}
  ? {
      [Key in keyof States & string]: LeafPath<States[Key], `${Prefix}${Key}.`>
    }[keyof States & string]
  : Prefix extends `${infer Path}.`
    ? Path
    : never

/** Every leaf, inferred from the chart. `AuthPath` is the same type without a trace of XState. */
export type ChartPath = LeafPath<SchemaOf<typeof authMachine>>

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

import type { StateMachine, StateSchema } from 'xstate'
import type { authMachine } from '../chart/machine.ts'

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

import type { AuthEvent, AuthInput } from '@authchart/machine'
import { type AuthActor, authMachine } from '@authchart/machine/xstate'
import { type AnyActorLogic, createActor, fromPromise } from 'xstate'

/** How a request ends; `'never'`: it stays in flight. */
export type End = { readonly output: unknown } | { readonly error: unknown } | 'never'

/** How the chart comes to a place: its requests end at once, one after the other, and then events follow. */
export interface Course {
  readonly input: AuthInput
  /** For each request in turn. Those after the last one stay in flight. */
  readonly ends: readonly End[]
  readonly events: readonly AuthEvent[]
}

/** Ends a request that the UI has caused; `undefined`: it stays in flight. */
export type Answer = (
  request: string,
  input: unknown,
  signal: AbortSignal,
) => Promise<unknown> | undefined

export interface ScriptedChart {
  readonly actor: AuthActor
  /** The request that the course has left in flight. */
  readonly inFlight: string | undefined
}

/** They report and are not waited for. */
const reporters: ReadonlySet<string> = new Set(['session', 'account', 'autofillPasskey'])

interface Script {
  readonly left: End[]
  readonly answer: Answer
  isThere: boolean
  inFlight: string | undefined
}

/** By the system of the chart's actor. */
const scripts = new WeakMap<object, Script>()
/** The script of the chart that is being started: its first request begins before its system is known. */
let opening: Script | undefined

const never = () => new Promise<never>(() => undefined)

/**
 * Starts a chart, by default the shipped one, and brings it to a place within this call. `answer` answers later requests.
 */
export function startChart(
  { input, ends, events }: Course,
  answer: Answer,
  machine: typeof authMachine = scriptedMachine(),
): ScriptedChart {
  const script: Script = { left: [...ends], answer, isThere: false, inFlight: undefined }
  opening = script
  const actor = createActor(machine, { input })
  scripts.set(actor.system, script)
  opening = undefined
  actor.start()
  for (const event of events) actor.send(event)
  script.isThere = true
  return { actor, inFlight: script.inFlight }
}

let shared: typeof authMachine | undefined

/** One for all charts, as it takes milliseconds to build. */
function scriptedMachine(): typeof authMachine {
  shared ??= scripted(authMachine)
  return shared
}

/** A chart whose requests end as a script says. */
export function scripted(machine: typeof authMachine): typeof authMachine {
  const names = Object.keys(machine.implementations.actors)
  const requests = names.filter((name) => !reporters.has(name))
  const actors = Object.fromEntries(requests.map((name) => [name, scriptedRequest(name)]))
  return machine.provide({ actors })
}

function scriptedRequest(name: string): AnyActorLogic {
  const request: AnyActorLogic = fromPromise(({ input, signal, system }) => {
    const script = scripts.get(system)
    return (script?.isThere && script.answer(name, input, signal)) || never()
  })
  return {
    ...request,
    getInitialSnapshot(scope, input: unknown) {
      const snapshot = request.getInitialSnapshot(scope, input)
      const script = scripts.get(scope.system) ?? opening
      if (!script || script.isThere) return snapshot
      const end = script.left.shift() ?? 'never'
      if (end !== 'never') return { ...snapshot, ...snapshotOf(end) }
      script.inFlight = name
      return snapshot
    },
  }
}

function snapshotOf(end: Exclude<End, 'never'>): object {
  return 'error' in end
    ? { status: 'error', error: end.error, input: undefined }
    : { status: 'done', output: end.output, input: undefined }
}

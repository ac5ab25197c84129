import { type Auth, createAuth } from '@authchart/machine'
import { actorOf, authMachine } from '@authchart/machine/xstate'
import { scriptedConfig } from '@authchart/testing'
import { type AnyActorLogic, createActor, createMachine, fromPromise } from 'xstate'

/** By which `actorOf` finds the actor of an auth. */
const actorKey = Symbol.for('@authchart/machine:actor')

const { config } = authMachine
const { states = {} } = config

const terms = {
  description: 'Asks the signed-in user to accept the terms',
  initial: 'reading',
  on: { 'terms.later': { target: 'signIn' } },
  states: {
    reading: { on: { 'terms.accept': { target: 'accepting' } } },
    accepting: {
      tags: ['pending'],
      invoke: {
        id: 'acceptTerms',
        src: 'acceptTerms',
        onDone: { target: '#auth.signIn' },
        onError: { target: 'reading' },
      },
    },
  },
}

/** `actors` in place of the machine's own. */
const extend = (machine: typeof authMachine, actors: object = machine.implementations.actors) =>
  createMachine(
    {
      ...config,
      states: {
        ...states,
        terms,
        signIn: {
          ...states.signIn,
          on: { ...states.signIn?.on, 'signIn.showTerms': { target: 'terms' } },
        },
      },
    } as never,
    {
      ...machine.implementations,
      actors: {
        ...actors,
        acceptTerms: fromPromise(() => new Promise(() => undefined)),
      },
    } as never,
  )

/** The shipped chart with steps of a developer's own. */
export const extendedMachine = extend(authMachine)

/** An `auth` that runs a chart with steps of a developer's own. */
export function extendedAuth(): Auth {
  const auth = createAuth({ config: scriptedConfig })
  const machine = actorOf(auth).logic as typeof authMachine
  const actor = createActor(extend(machine, actorsOf(auth, machine)), {
    input: { passwordPolicy: actorOf(auth).getSnapshot().context.passwordPolicy },
  })
  actor.start()
  return { ...auth, [actorKey]: () => actor } as Auth
}

/** The actors of a handle find what they ask by its system, and this chart runs in another. */
function actorsOf(auth: Auth, machine: typeof authMachine) {
  const { system } = actorOf(auth)
  const all: Readonly<Record<string, unknown>> = machine.implementations.actors
  const entries = Object.entries(all).map(([name, logic]) => {
    const { start, ...rest } = logic as AnyActorLogic
    const started: AnyActorLogic['start'] = (state, scope) => start?.(state, { ...scope, system })
    return [name, { ...rest, start: started }]
  })
  return Object.fromEntries(entries)
}

import { type Auth, authMachine, createAuth } from '@authchart/machine'
import { scriptedConfig } from '@authchart/machine/testing'
import { createActor, createMachine, fromPromise } from 'xstate'

const { config } = authMachine
const { states = {} } = config

const terms = {
  description: 'Asks the signed-in user to accept the terms',
  initial: 'asking',
  on: { 'terms.later': { target: 'signIn' } },
  states: {
    asking: { on: { 'terms.accept': { target: 'accepting' } } },
    accepting: {
      tags: ['pending'],
      invoke: {
        id: 'acceptTerms',
        src: 'acceptTerms',
        onDone: { target: '#auth.signIn' },
        onError: { target: 'asking' },
      },
    },
  },
}

const extend = (machine: typeof authMachine) =>
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
        ...machine.implementations.actors,
        acceptTerms: fromPromise(() => new Promise(() => undefined)),
      },
    } as never,
  )

/** The shipped chart with steps of a developer's own. */
export const extendedMachine = extend(authMachine)

/** An `auth` that runs a chart with steps of a developer's own. */
export function extendedAuth(): Auth {
  const auth = createAuth({ config: scriptedConfig })
  const { logic } = auth.actor
  const actor = createActor(extend(logic as typeof authMachine), {
    input: { passwordPolicy: auth.actor.getSnapshot().context.passwordPolicy },
  })
  actor.start()
  return { ...auth, actor: actor as unknown as Auth['actor'] }
}

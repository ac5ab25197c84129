import type { Auth } from '@authchart/machine'
import { actorOf } from '@authchart/machine/xstate'
import { setup } from 'xstate'
import { type AuthChange, authLogic } from './auth-logic.ts'

interface AppContext {
  readonly auth: Auth
}

/** A shop whose checkout needs a user. The invoked auth chart says whether there is one. */
export const appMachine = setup({
  types: {
    context: {} as AppContext,
    input: {} as AppContext,
    events: {} as AuthChange | { type: 'checkout' } | { type: 'leave' },
  },
  actors: { auth: authLogic },
  actions: {
    signOut: ({ context }) => actorOf(context.auth).send({ type: 'signOut' }),
  },
}).createMachine({
  id: 'app',
  context: ({ input }) => input,
  invoke: { id: 'auth', src: 'auth', input: ({ context }) => context },
  initial: 'guest',
  states: {
    guest: { on: { 'auth.signedIn': 'shopping' } },
    shopping: { on: { checkout: 'paying', 'auth.signedOut': 'guest' } },
    paying: {
      on: { leave: { target: 'shopping', actions: 'signOut' }, 'auth.signedOut': 'guest' },
    },
  },
})

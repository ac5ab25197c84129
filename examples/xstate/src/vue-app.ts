import type { Auth } from '@authchart/machine'
import { actorOf } from '@authchart/machine/xstate'
import { useMachine, useSelector } from '@xstate/vue'
import { defineComponent, h } from 'vue'
import { appMachine } from './app-machine.ts'

/** The state of the app beside the user of the auth: each from its own actor. */
export function createVueApp(auth: Auth) {
  return defineComponent(() => {
    const { snapshot, send } = useMachine(appMachine, { input: { auth } })
    const email = useSelector(actorOf(auth), ({ context }) => context.user?.email)
    return () =>
      h('main', [
        h('p', `${snapshot.value.value}: ${email.value ?? 'no user'}`),
        h('button', { onClick: () => send({ type: 'checkout' }) }, 'Checkout'),
        h('button', { onClick: () => send({ type: 'leave' }) }, 'Leave'),
      ])
  })
}

import type { Auth } from '@authchart/machine'
import { actorOf } from '@authchart/machine/xstate'
import { useMachine, useSelector } from '@xstate/react'
import { appMachine } from './app-machine.ts'

/** The state of the app beside the user of the auth: each from its own actor. */
export function App({ auth }: { auth: Auth }) {
  const [snapshot, send] = useMachine(appMachine, { input: { auth } })
  const email = useSelector(actorOf(auth), ({ context }) => context.user?.email)
  return (
    <main>
      <p>{`${snapshot.value}: ${email ?? 'no user'}`}</p>
      <button type="button" onClick={() => send({ type: 'checkout' })}>
        Checkout
      </button>
      <button type="button" onClick={() => send({ type: 'leave' })}>
        Leave
      </button>
    </main>
  )
}

import { inspectAuth } from '@authchart/devtools'
import { createAuth } from '@authchart/machine'
import { useSelector } from '@xstate/react'
import { waitFor } from 'xstate'

const auth = createAuth({ config: { userPoolId: 'us-east-1_AbCdEf123', userPoolClientId: 'abc' } })
const snapshot = await waitFor(auth.actor, (state) => state.matches('signIn'))
export const username: string = snapshot.context.username
export function useUser() {
  return useSelector(auth.actor, ({ context }) => context.user?.email)
}

export const inspector = inspectAuth(auth)
auth.actor.on('signedOut', ({ reason }) => reason?.code)

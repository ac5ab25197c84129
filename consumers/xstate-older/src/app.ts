import { inspectAuth } from '@authchart/devtools'
import { createAuth } from '@authchart/machine'
import { actorOf } from '@authchart/machine/xstate'
import { useSelector } from '@xstate/react'
import { waitFor } from 'xstate'

const auth = createAuth({ config: { userPoolId: 'us-east-1_AbCdEf123', userPoolClientId: 'abc' } })
const snapshot = await waitFor(actorOf(auth), (state) => state.matches('signIn'))
export const username: string = snapshot.context.username
export function useUser() {
  return useSelector(actorOf(auth), ({ context }) => context.user?.email)
}

export const inspector = inspectAuth(auth)
auth.on('signedOut', ({ reason }) => reason?.code)

import type { AccountReadings, AuthNotice } from './context.ts'
import { errorOf } from './params.ts'

/** A task of the signed-in user is done: a notice, and what it has changed is read again. */
export function doneToIdle(notice: AuthNotice, ...changed: readonly (keyof AccountReadings)[]) {
  return {
    target: '#auth.signedIn.idle',
    actions: [
      { type: 'setNotice', params: { notice } },
      ...changed.map((part) => ({ type: 'reload', params: { part } }) as const),
    ],
  } as const
}

/** A task of the signed-in user has failed: back to `idle`, which shows why. */
export const failToIdle = {
  target: '#auth.signedIn.idle',
  actions: { type: 'setFailure', params: errorOf },
} as const

import type { PendingLeaf } from '../view/pending-leaf.ts'
import type { AuthView } from '../view/views/auth-views.ts'
import type { AccountTask, FormName } from './auth-form.ts'

const tasks: Readonly<Partial<Record<PendingLeaf, AccountTask>>> = {
  updatingAttributes: 'updateAttributes',
  deletingAttributes: 'updateAttributes',
  sendingCode: 'updateAttributes',
  changingPassword: 'changePassword',
  settingMfaPreference: 'setMfaPreference',
  remembering: 'devices',
  forgetting: 'devices',
  deletingUser: 'deleteUser',
}

/** The form whose request is in flight; `undefined` when none is. */
export function formOfRequest({ route, pending }: AuthView): FormName | undefined {
  if (pending === undefined) return undefined
  return (route === 'signedIn' ? tasks[pending] : undefined) ?? route
}

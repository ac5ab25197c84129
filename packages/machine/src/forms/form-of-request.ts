import type { PendingLeaf } from '../view/pending-leaf.ts'
import type { AuthView } from '../view/views/auth-views.ts'
import type { OwnView } from '../view/views/own-view.ts'
import type { AccountTask, FormName } from './auth-form.ts'

const tasks: Readonly<Partial<Record<PendingLeaf, AccountTask>>> = {
  updatingAttributes: 'updateAttributes',
  deletingAttributes: 'updateAttributes',
  sendingCode: 'updateAttributes',
  changingPassword: 'changePassword',
  settingMfaPreference: 'setMfaPreference',
  remembering: 'devices',
  forgetting: 'devices',
  starting: 'passkeys',
  creating: 'passkeys',
  completing: 'passkeys',
  deletingPasskey: 'passkeys',
  deletingUser: 'deleteUser',
}

/** The form whose request is in flight; `undefined` when none is. */
export function formOfRequest({ route, pending }: AuthView | OwnView): FormName | undefined {
  if (pending === undefined) return undefined
  const task = route === 'signedIn' ? tasks[pending as PendingLeaf] : undefined
  return task ?? (route as FormName)
}

'use client'

import { bindForm, createFormStore, type FormOptions } from '@authchart/machine/forms'
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { type ReactForm, reactBinder } from './form-props.ts'
import { useAuth } from './use-auth.ts'

/**
 * The current screen as a form: its title, fields, actions and texts, with props to spread. Inputs are uncontrolled, so
 * a keystroke renders nothing. Values are checked, sent and forgotten on submit. The focus goes to a rejected field, or to
 * the heading of a new screen.
 *
 * @param options the object may be a new one in each render
 * @throws Error outside of `<AuthProvider>`
 *
 * @example
 * const form = useAuthForm({ words: german })
 * return (
 *   <form key={form.key} {...form.formProps}>
 *     <h1 {...form.titleProps}>{form.title}</h1>
 *   </form>
 * )
 */
export function useAuthForm(options: FormOptions = {}): ReactForm {
  const auth = useAuth()
  const store = useMemo(() => createFormStore(auth), [auth])
  const state = useSyncExternalStore(store.subscribe, store.getState, store.getServerState)
  const form = store.formOf(state, options)
  useEffect(() => store.settle(form), [store, form])
  return useMemo(() => bindForm(form, store, reactBinder), [form, store])
}

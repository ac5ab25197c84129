import type { AuthView } from '@authchart/machine'
import { useSelector } from '@xstate/vue'
import { inject, type Ref } from 'vue'
import { authKey } from './auth-key.ts'

/**
 * The view of the auth machine, as a ref: switch over its `route`. With `select`, the ref changes
 * only when the selected value does (by `Object.is`).
 *
 * @throws Error in an app without `authPlugin`.
 */
export function useAuthMachine(): Readonly<Ref<AuthView>>
export function useAuthMachine<Selected>(
  select: (view: AuthView) => Selected,
): Readonly<Ref<Selected>>
export function useAuthMachine(
  select: (view: AuthView) => unknown = whole,
): Readonly<Ref<unknown>> {
  const auth = inject(authKey)
  if (!auth) throw new Error('useAuthMachine() needs app.use(authPlugin, createAuth(…))')
  return useSelector(auth.actor, (snapshot) => select(auth.connect(snapshot)))
}

const whole = (view: AuthView) => view

import { afterRenderEffect, computed, DestroyRef, inject, signal } from '@angular/core'
import type { Auth } from '@authchart/machine'
import { createFormStore } from '@authchart/machine/forms'

/** The current screen as a form. Call it where dependencies can be injected. */
export function authForm(auth: Auth) {
  const store = createFormStore(auth)
  const state = signal(store.getState())
  inject(DestroyRef).onDestroy(store.subscribe(() => state.set(store.getState())))
  const form = computed(() => store.formOf(state()))
  afterRenderEffect(() => store.settle(form()))
  return { store, form }
}

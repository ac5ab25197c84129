import type { AnyAuth, AuthView, OwnView } from '@authchart/machine'
import { type AuthSnapshot, connect } from '@authchart/machine/xstate'

/** Shows snapshots in the app's own UI. */
export interface Preview {
  /** Shows any snapshot of the chart; `undefined`: the current one. */
  show(snapshot: AuthSnapshot | undefined): void
  /** The shown snapshot; `undefined` if it is the current one. */
  shown(): AuthSnapshot | undefined
  /** Shows the current snapshot, and restores the replaced functions. */
  stop(): void
}

/** A preview sends no events. */
function ignore() {}

/**
 * Replaces `getView()` and `subscribe()` of an `auth`, the only functions by which bindings read the
 * chart. While a snapshot is shown, the actor continues and actions of the UI have no effect. Call it
 * before the app subscribes: earlier subscribers are not notified.
 */
export function preview(auth: AnyAuth): Preview {
  const own = {
    getView: auth.getView,
    subscribe: auth.subscribe,
    federatedSignIn: auth.federatedSignIn,
  }
  const listeners = new Set<(view: AuthView | OwnView) => void>()
  let shown: { readonly snapshot: AuthSnapshot; readonly view: AuthView } | undefined

  const ours: typeof own = {
    getView: () => shown?.view ?? own.getView(),
    subscribe(listener) {
      // The same function may subscribe twice, and is called twice then.
      const mine = (view: AuthView | OwnView) => listener(view)
      listeners.add(mine)
      const live = own.subscribe((view) => {
        if (!shown) listener(view)
      })
      return {
        unsubscribe() {
          listeners.delete(mine)
          live.unsubscribe()
        },
      }
    },
    federatedSignIn: (...given) =>
      shown
        ? Promise.reject(
            new DOMException('This is a preview: nothing can be done in it', 'AbortError'),
          )
        : own.federatedSignIn(...given),
  }
  Object.assign(auth, ours)

  function show(snapshot: AuthSnapshot | undefined) {
    if (snapshot === shown?.snapshot) return
    shown = snapshot && { snapshot, view: connect(snapshot, ignore) }
    const view = ours.getView()
    for (const listener of listeners) listener(view)
  }

  return {
    show,
    shown: () => shown?.snapshot,
    stop() {
      show(undefined)
      // A function that other code has wrapped since stays in place.
      if (auth.getView === ours.getView) auth.getView = own.getView
      if (auth.subscribe === ours.subscribe) auth.subscribe = own.subscribe
      if (auth.federatedSignIn === ours.federatedSignIn) auth.federatedSignIn = own.federatedSignIn
    },
  }
}

import type { authInspectorPlugin as tanstackPlugin } from './tanstack.ts'

/*
 * What production builds get of every adapter: the same names, and nothing behind them. A component
 * that draws nothing is one in React as in Vue.
 */

function nothing() {}

export function AuthInspector() {
  return null
}

export const authInspectorPlugin: typeof tanstackPlugin = () => ({
  id: 'authchart',
  name: 'Authchart',
  render: nothing,
  destroy: nothing,
  component: { props: ['theme'], inheritAttrs: false, render: () => null },
})

export function connectVueDevtools() {
  return nothing
}

export function connectReduxDevtools() {
  return nothing
}

export function streamToStately() {
  return nothing
}

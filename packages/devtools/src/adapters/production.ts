import type { authInspectorPlugin as tanstackPlugin } from './tanstack.ts'

/*
 * What production builds get of every adapter: the same names, and nothing behind them. A component
 * that draws nothing is one in React as in Vue.
 */

const nothing = () => {}

export const AuthInspector = () => null

export const authInspectorPlugin: typeof tanstackPlugin = () => ({
  id: 'authchart',
  name: 'Authchart',
  render: nothing,
  destroy: nothing,
  component: { props: ['theme'], inheritAttrs: false, render: () => null },
})

export const connectVueDevtools = () => nothing
export const connectReduxDevtools = () => nothing
export const streamToStately = () => nothing

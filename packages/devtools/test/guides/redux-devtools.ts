import type { Inspector } from '@authchart/devtools'
import { connectReduxDevtools } from '@authchart/devtools/redux-devtools'

export function show(inspector: Inspector) {
  return connectReduxDevtools(inspector)
}

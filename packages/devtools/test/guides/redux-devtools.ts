import type { Inspector } from '@authchart/devtools'
import { connectReduxDevtools } from '@authchart/devtools/redux-devtools'

export const show = (inspector: Inspector) => connectReduxDevtools(inspector)

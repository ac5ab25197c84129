import type { Inspector } from '@authchart/devtools'
import { connectVueDevtools } from '@authchart/devtools/vue-devtools'
import type { App } from 'vue'

export function show(app: App, inspector: Inspector) {
  return connectVueDevtools(app, inspector, { page: 'http://127.0.0.1:4900/' })
}

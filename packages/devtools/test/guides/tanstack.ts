import type { Inspector } from '@authchart/devtools'
import { authInspectorPlugin } from '@authchart/devtools/tanstack'

export function pluginsFor(inspector: Inspector) {
  return [authInspectorPlugin(inspector)]
}

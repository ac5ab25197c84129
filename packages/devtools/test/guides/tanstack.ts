import type { Inspector } from '@authchart/devtools'
import { authInspectorPlugin } from '@authchart/devtools/tanstack'

export const pluginsFor = (inspector: Inspector) => [authInspectorPlugin(inspector)]

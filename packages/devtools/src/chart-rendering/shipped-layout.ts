import layout from './auth-layout.gen.json' with { type: 'json' }
import type { ChartLayout } from './layout.ts'

/** Where the states of the shipped chart are drawn. JSON that is imported later is left out of the build: so it has a module. */
export const shippedLayout = layout as unknown as ChartLayout

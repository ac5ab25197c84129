import { leafName } from '@authchart/machine/xstate'
import type { UntitledWalk } from './cover.ts'

/** The leaves that a walk visits, in the order of its first visits: readable, and stable for a plan. */
export function titleOf({ start, steps }: UntitledWalk, number: number): string {
  const screens = [...new Set(steps.map(({ to }) => leafName(to.leaf).split('.')[0] ?? ''))]
  const shown = screens.slice(0, 4).join(', ')
  const more = screens.length > 4 ? ` and ${screens.length - 4} more` : ''
  const from = start.name === 'the page is opened' ? '' : `${start.name}: `
  return `${String(number).padStart(2, '0')} ${from}${shown}${more} (${steps.length} steps)`
}

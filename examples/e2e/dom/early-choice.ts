import type { Step } from '@authchart/testing'
import { cover } from './cover.ts'

/** In `npm test` what the form leads to, on walks that are over soon: each begins with the early form. */
export const earlyChoice =
  cover === 'states'
    ? { only: ({ from }: Step) => from.leaf === 'signIn.editing' && !from.isStart, maxSteps: 3 }
    : { cover }

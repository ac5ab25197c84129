import { env } from 'node:process'
import type { Criterion } from '@authchart/testing'

/** Every screen in each of its states; the whole of the transitions takes minutes, also without a browser. */
export const cover = (env.WALKS_COVER as Criterion | undefined) ?? 'states'

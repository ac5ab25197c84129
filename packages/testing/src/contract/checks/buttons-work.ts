import type { Oracle } from '../sight.ts'

/** What has an effect can be done, and what has none is not offered. */
export const buttonsWork: Oracle = ({ wrongButtons: [wrong] }) => wrong

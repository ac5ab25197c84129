import type { Oracle } from '../sight.ts'

/** What would have no effect is not offered. */
export const nothingInVain: Oracle = ({ vainButtons }) =>
  vainButtons.length > 0
    ? `pressing it would have no effect, but the button is enabled: ${vainButtons.join(', ')}`
    : undefined

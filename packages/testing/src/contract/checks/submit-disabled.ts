import type { Oracle } from '../sight.ts'

/** While a request is under way nothing can be submitted. */
export const submitDisabled: Oracle = ({ isPending, look: { openSubmits } }) =>
  isPending && openSubmits.length > 0
    ? `a request is under way, but “${openSubmits.join('”, “')}” is enabled\nGive it disabled={view.isPending} (Vue: :disabled="view.isPending").`
    : undefined

import type { Oracle } from '../sight.ts'

/** Good news is told in a live region as well. */
export const noticeTold: Oracle = ({ notice, isPending, look: { alerts, statuses } }) =>
  notice && !isPending && alerts.length === 0 && statuses.length === 0
    ? `“${notice}” is not announced: every live region is empty\nRender what you say of view.notice in an element with role="status" that is there before the text is.`
    : undefined

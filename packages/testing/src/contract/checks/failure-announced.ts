import type { Oracle } from '../sight.ts'

/** A failure is told in a live region, so that those who do not see the screen hear of it. */
export const failureAnnounced: Oracle = ({ failure, isPending, look: { alerts, statuses } }) =>
  // What is restored or signed out meanwhile tells it when it is done.
  failure && !isPending && alerts.length === 0 && statuses.length === 0
    ? `the failure “${failure.code}” is not announced: every role=alert and aria-live region is empty\nRender what you say of view.failure in an element with role="alert".`
    : undefined

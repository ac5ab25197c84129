import type { Oracle } from '../sight.ts'

/** What went wrong is no longer told once it is history: the next attempt, another screen. */
export const noStaleError: Oracle = ({ failure, look: { alerts } }) =>
  failure === undefined && alerts.length > 0
    ? `an alert is shown, though nothing is wrong (any more): “${alerts.join('”, “')}”\nRender it from view.failure alone, without a copy of it in a state of your own; keep role="alert" for failures.`
    : undefined

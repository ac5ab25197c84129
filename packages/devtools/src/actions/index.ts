/** What acts on a running `auth`, in one part that is loaded later. */
export { followLink } from './follow-link.ts'
export { planJourney } from './plan-journey.ts'
export { sessionVerbs } from './session-actions.ts'

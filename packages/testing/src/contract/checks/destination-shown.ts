import type { Oracle } from '../sight.ts'

/** Where a code went is told, as masked as Cognito tells it: or nobody knows where to look for it. */
export const destinationShown: Oracle = ({ destination, isPending, look: { texts } }) =>
  destination === undefined || isPending || texts.some((text) => text.includes(destination))
    ? undefined
    : `the code went to ${destination}, but the screen does not say so\nShow view.destination.`

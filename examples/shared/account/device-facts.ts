import type { Device } from '@authchart/machine'

const format = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' })

export function deviceName({ name, isCurrent }: Device): string {
  return name ?? (isCurrent ? 'This browser' : 'A device without a name')
}

/** What is known of a device besides its name, in a sentence or two. */
export function deviceFacts({ isRemembered, lastAuthenticatedAt, lastIpAddress }: Device): string {
  const state = isRemembered ? 'Remembered: it needs no second step.' : 'Not remembered.'
  if (lastAuthenticatedAt === undefined) return state
  const place = lastIpAddress ? ` from ${lastIpAddress}` : ''
  return `${state} Last seen ${format.format(lastAuthenticatedAt)}${place}.`
}

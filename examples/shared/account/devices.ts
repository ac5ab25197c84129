import type { Device } from '@authchart/machine'
import { dateText, say, type Words } from '@authchart/machine/words'

/** As the actions of the form call it. */
export function deviceName(words: Words, { name, isCurrent }: Device): string {
  if (isCurrent) return say(words, { key: 'device.current' })
  return name ?? say(words, { key: 'device.unnamed' })
}

/** When and where it was last used. */
export function deviceFacts(words: Words, { lastAuthenticatedAt, lastIpAddress }: Device): string {
  const date = lastAuthenticatedAt === undefined ? undefined : dateText(words, lastAuthenticatedAt)
  return [date, lastIpAddress].filter(Boolean).join(' · ')
}

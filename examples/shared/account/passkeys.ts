import type { Passkey } from '@authchart/machine'
import { dateText, say, type Words } from '@authchart/machine/words'

/** What Cognito calls it. */
export function passkeyName(words: Words, { name }: Passkey): string {
  return name ?? say(words, { key: 'passkey.unnamed' })
}

/** When it was created, and for which site. */
export function passkeyFacts(words: Words, { createdAt, rpId }: Passkey): string {
  const date = createdAt === undefined ? undefined : dateText(words, createdAt)
  return [date, rpId].filter(Boolean).join(' · ')
}

import type { Phrase } from '../../words/phrase.ts'

/** Cognito's masks: `a***@e***` of `ada@example.com`, `+*******0200` of `+15550100200`. */
function isMaskOf(mask: string, contact: string): boolean {
  const pattern = mask
    .split(/\*+/)
    .map((part) => part.replaceAll(/[.+?^$()[\]{}|\\]/g, '\\$&'))
    .join('.*')
  return mask.includes('*') && new RegExp(`^${pattern}$`, 'i').test(contact)
}

/** Where a code went: whole if this user has typed it, or else as Cognito masks it. */
function destinationPhrase(
  destination: string | undefined,
  typed: readonly string[],
): Phrase | undefined {
  if (destination === undefined) return undefined
  return { text: typed.find((contact) => isMaskOf(destination, contact)) ?? destination }
}

/** The sentence that says where a code went, or else whose it is: after a link only that is known. */
export function codeSentPhrase(
  destination: string | undefined,
  medium: 'EMAIL' | 'SMS' | undefined,
  typed: readonly string[],
  username = '',
): Phrase {
  const to = destinationPhrase(destination, [username, ...typed])
  if (!to) {
    if (username === '') return { key: 'text.codeSent' }
    return { key: 'text.codeSentFor', values: { user: { text: username } } }
  }
  const key =
    medium === 'EMAIL'
      ? 'text.codeByEmail'
      : medium === 'SMS'
        ? 'text.codeBySms'
        : 'text.codeSentTo'
  return { key, values: { destination: to } }
}

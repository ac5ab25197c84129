import type { Phrase } from './phrase.ts'
import type { WordKey } from './words.ts'

/**
 * The label of a user attribute by its name in Cognito: a word for a standard one, or else the name made
 * readable, `Shoe size` for `custom:shoe_size`, unless the app has a text of its own for it.
 */
export function attributeLabel(name: string): Phrase {
  return { key: `attribute.${name}` as WordKey }
}

import { randomInt } from 'node:crypto'

const alphabets = [
  'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789',
  '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~',
  'äöüßÄÖÜéèêñçøåœÿ¿§¢',
  'абвгдежзийклмнопрстуфхцчшщъыьэюя',
  'αβγδεζηθικλμνξοπρστυφχψω',
  '日本語漢字仮名交文한국어조합',
  '😀🚀🦄🌍🎉🔑',
  // Letters and combining marks apart: Cognito does not normalise.
  'e\u0301o\u0308n\u0303',
].map((letters) => Array.from(letters))

const pick = <T>(items: readonly T[]): T => items[randomInt(items.length)] as T

const plain = (length: number) => Array.from({ length }, () => pick(alphabets[0] ?? [])).join('')

/** 6 to 256 characters of two alphabets; blanks only inside, as the service model wants it. */
export const randomPassword = (): string => {
  const length = pick([6, 8, 12, 20, 64, 128, 255])
  const mixed = [pick(alphabets), pick(alphabets)]
  let text = plain(2)
  while (text.length < length - 1) text += randomInt(8) ? pick(pick(mixed)) : pick([' ', '\t'])
  return `${text}${plain(1)}`
}

export const randomEmail = (): string =>
  `${pick([plain, unicodeWord])(8)}.${plain(4)}+tag@${pick(['example', 'bücher', 'пример', '例え'])}.${plain(6)}.example`

export const randomUsername = (): string =>
  pick([
    () => plain(12),
    randomEmail,
    () => `${unicodeWord(10)}#${plain(6)}`,
    () => `+${randomInt(1e11, 9e11)}`,
  ])()

const unicodeWord = (length: number): string =>
  Array.from({ length }, () => pick(pick(alphabets.slice(2, 7)))).join('')

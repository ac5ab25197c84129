import { sha256 } from './numbers.ts'

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

/** Realistic users, the same for the same seed. */
export function randomUsers(seed: string) {
  let count = 0
  const randomInt = (max: number) => {
    count += 1
    return sha256(`${seed} ${count}`).readUIntBE(0, 6) % max
  }
  const pick = <T>(items: readonly T[]): T => items[randomInt(items.length)] as T
  const plain = (length: number) => Array.from({ length }, () => pick(alphabets[0] ?? [])).join('')
  const unicodeWord = (length: number) =>
    Array.from({ length }, () => pick(pick(alphabets.slice(2, 7)))).join('')

  const email = () =>
    `${pick([plain, unicodeWord])(8)}.${plain(4)}+tag@${pick(['example', 'bücher', 'пример', '例え'])}.${plain(6)}.example`

  return {
    email,

    username: (): string =>
      pick([
        () => plain(12),
        email,
        () => `${unicodeWord(10)}#${plain(6)}`,
        () => `+${1e11 + randomInt(8e11)}`,
      ])(),

    /** 6 to 255 characters of two alphabets; blanks only inside, as the service model wants it. */
    password(): string {
      const length = pick([6, 8, 12, 20, 64, 128, 255])
      const mixed = [pick(alphabets), pick(alphabets)]
      let text = plain(2)
      while (text.length < length - 1) text += randomInt(8) ? pick(pick(mixed)) : pick([' ', '\t'])
      return `${text}${plain(1)}`
    },
  }
}

import { expect, test } from 'vitest'
import { failureTable } from '../../src/errors/failure-table.ts'
import { en } from '../../src/words/en.ts'
import { english, loadWords, wordLanguages } from '../../src/words/index.ts'

/** Words that are the same in English and in another language. */
const sameAsEnglish = new Map([
  [
    'de',
    [
      'title.passkeys',
      'field.code',
      'field.optional',
      'attribute.name',
      'attribute.website',
      'passkey.unnamed',
    ],
  ],
  ['fr', ['field.code']],
  [
    'it',
    [
      'title.changePassword',
      'field.email',
      'field.password',
      'attribute.email',
      'mfa.EMAIL',
      'passkey.unnamed',
    ],
  ],
  ['nl', ['title.passkeys', 'field.code', 'attribute.website', 'passkey.unnamed']],
  ['sv', ['title.passkeys', 'passkey.unnamed']],
])

/** What each language puts around a word that is quoted. */
const quotes = new Map([
  ['en', '“”'],
  ['de', '„“'],
  ['es', '«»'],
  ['fr', '«»'],
  ['it', '“”'],
  ['ja', '「」'],
  ['ko', '‘’'],
  ['nl', '‘’'],
  ['pl', '„”'],
  ['pt-BR', '“”'],
  ['sv', '””'],
  ['tr', '“”'],
  ['zh-CN', '“”'],
])

/** Words of the forms of address that a language does not use here: the guide says which one it uses. */
const otherAddress = new Map([
  ['de', 'du|dich|dir|dein|deine|deinen|deiner|euch|euer|eure'],
  ['es', 'usted|ustedes|introduzca|escriba|elija|inicie|cierre|compruebe|espere|inténtelo'],
  ['fr', 'tu|toi|ton|ta|tes|saisis|choisis|vérifie|réessaie|connecte'],
  ['it', 'lei|inserisca|scelga|acceda|riprovi|controlli|scriva'],
  ['nl', 'u|uw'],
  ['pl', 'pan|pani|państwo|pana|proszę'],
  ['pt-BR', 'tu|teu|tua|contigo|ti'],
  ['sv', 'ni|er|ert|era'],
  ['tr', 'sen|senin|sana|şifreni|hesabını|kodunu'],
])

/** Where the ends of sentences say how polite they are. */
const politeEnds = new Map([
  ['ja', /(?:です|ます|ました|ません|ませんでした|ください)$/],
  ['ko', /(?:니다|세요|해 주세요)$/],
])

const all = await Promise.all(wordLanguages.map((language) => loadWords(language)))
const keys = Object.keys(en) as (keyof typeof en)[]
const others = all.filter((words) => words !== english)

test('every failure has a text, and no text is for a failure that is no more', () => {
  const codes = new Set(Object.values(failureTable).flatMap((rows) => rows.map(({ code }) => code)))
  const found = keys.filter((key) => key.startsWith('failure.')).map((key) => key.slice(8))
  const more = found.filter((name) => !(codes as Set<string>).has(name))
  expect(found).toEqual(expect.arrayContaining([...codes]))
  expect(more.filter((name) => !/^unnamed[RIN]|Until$/.test(name))).toEqual([
    'brokenRule',
    'unknown',
  ])
})

test.each(all)('$language: all keys, in the order of English, and no other', ({ texts }) => {
  expect(Object.keys(texts)).toEqual(keys)
})

test.each(all)('$language: the same places for values as in English', ({ texts }) => {
  for (const key of keys) expect(placesOf(texts[key]), key).toEqual(placesOf(en[key]))
})

test.each(others)('$language: no text is English by mistake', ({ language, texts }) => {
  const same = keys.filter((key) => texts[key] === en[key])
  expect(same).toEqual(sameAsEnglish.get(language) ?? [])
})

test.each(all)('$language: sentences end as in English, labels have no full stop', ({ texts }) => {
  for (const key of keys) expect(endOf(texts[key]), key).toBe(endOf(en[key]))
})

test.each(all)('$language: its own quotes, and none of a typewriter', ({ language, texts }) => {
  const [open, close] = quotes.get(language) ?? []
  const quoted = new RegExp(`${open}[^${open}${close}]+${close}`, 'g')
  for (const key of keys) {
    expect(texts[key], key).not.toMatch(/["'`´]/)
    expect(texts[key].match(quoted)?.length, key).toBe(en[key].match(/“[^“”]+”/g)?.length)
    expect(texts[key].replace(quoted, ''), key).not.toMatch(/[“”„‚‘«»「」『』]/)
  }
})

test.each(all)('$language: one form of address', ({ language, texts }) => {
  const words = otherAddress.get(language)
  const other = words && new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, 'iu')
  const ends = politeEnds.get(language)
  for (const key of keys) {
    if (other) expect(texts[key], key).not.toMatch(other)
    if (ends) for (const sentence of sentencesOf(texts[key])) expect(sentence, key).toMatch(ends)
  }
  if (language === 'zh-CN') expect(Object.values(texts).join('')).not.toContain('你')
})

test.each(all)('$language: plain text without blanks that are not meant', ({ language, texts }) => {
  for (const key of keys) {
    const text = texts[key]
    expect(text, key).toBe(text.trim().normalize('NFC'))
    expect(text, key).not.toMatch(/\s\s|\.\.\.|[\p{Cc}\p{Cf}<>&]/u)
    expect(text.length, key).toBeGreaterThan(0)
  }
  expect(JSON.parse(JSON.stringify(texts))).toEqual({ ...texts })
  expect(() => new Intl.Locale(language)).not.toThrow()
})

/** Those who type a word to confirm can type it. */
test.each(all)('$language: the word that confirms is one word', ({ texts }) => {
  expect(texts['word.delete']).toMatch(/^\p{L}+$/u)
})

function placesOf(text: string): string[] {
  return (text.match(/\{\w+\}/g) ?? []).sort()
}

/** `.`, `?`, `…` or nothing. */
function endOf(text: string): string {
  const end = text.slice(-1)
  return (
    new Map([
      ['。', '.'],
      ['？', '?'],
    ]).get(end) ?? (/[.?…]/.test(end) ? end : '')
  )
}

/** Without examples and what is in brackets. */
function sentencesOf(text: string): string[] {
  return text
    .replace(/（[^）]*）|예: \S+\.$/g, '')
    .split(/(?<=[。.]) ?/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /[。.]$/.test(sentence))
    .map((sentence) => sentence.slice(0, -1))
}

import { expect, test } from 'vitest'
import {
  dateText,
  english,
  isolate,
  listText,
  say,
  secondsText,
  type Words,
} from '../../src/words/index.ts'

const inLanguage = (language: string): Words => ({ ...english, language })
const rightToLeft: Words = { ...inLanguage('he'), direction: 'rtl' }

test.each([
  ['en', 30, 'in 30 seconds'],
  ['en', 1, 'in 1 second'],
  ['en', 0.2, 'in 1 second'],
  ['en', 119, 'in 119 seconds'],
  ['en', 120, 'in 2 minutes'],
  ['en', 121, 'in 3 minutes'],
  ['en', 7_199, 'in 120 minutes'],
  ['en', 7_201, 'in 3 hours'],
  ['de', 30, 'in 30 Sekunden'],
  ['pl', 1, 'za 1 sekundę'],
  ['pl', 300, 'za 5 minut'],
  ['ko', 30, '30초 후'],
  ['tr', 30, '30 saniye sonra'],
])('the time that is left in %s: %d seconds are “%s”', (language, seconds, text) => {
  expect(secondsText(inLanguage(language), seconds)).toBe(text)
})

test.each([0, -0.5, -3])('a time that has passed (%d s) is not in the past', (seconds) => {
  expect(secondsText(english, seconds)).toBe('in 0 seconds')
})

test.each([
  ['en', 'a, b, and c'],
  ['de', 'a, b und c'],
  ['ja', 'a、b、c'],
  ['zh-CN', 'a、b和c'],
])('a list in %s: %s', (language, text) => {
  expect(listText(inLanguage(language), ['a', 'b', 'c'])).toBe(text)
})

test('dates are those of the language, in the local time zone', () => {
  const at = new Date(2026, 10, 30, 18, 50).getTime()
  expect(dateText(inLanguage('de'), at)).toBe('30.11.2026, 18:50')
  expect(dateText(inLanguage('ja'), at)).toBe('2026/11/30 18:50')
  expect(dateText(english, at).replaceAll(/\s/g, ' ')).toBe('Nov 30, 2026, 6:50 PM')
})

test('numbers in a text are those of the language', () => {
  const phrase = { key: 'problem.tooLong', values: { max: 2048 } } as const
  expect(say(english, phrase)).toContain('2,048')
  expect(say(inLanguage('de'), phrase)).toContain('2.048')
})

test.each(['a***@e***.com', '+*******0200'])(
  '%s has its own direction from right to left',
  (to) => {
    const phrase = { key: 'text.codeSentTo', values: { destination: to } } as const
    expect(say(rightToLeft, phrase)).toBe(`We sent a code to \u2068${to}\u2069.`)
    expect(say(english, phrase)).toBe(`We sent a code to ${to}.`)
    expect(isolate(english, to)).toBe(to)
  },
)

import { expect, onTestFinished, test, vi } from 'vitest'
import type { WordLanguage } from '../../src/words/index.ts'
import { english, loadWords, matchLanguage, wordLanguages } from '../../src/words/index.ts'

test.each(wordLanguages)('the words in %s load, and know their language', async (language) => {
  const words = await loadWords(language)
  expect(words).toMatchObject({ language, direction: 'ltr' })
  expect(new Intl.Locale(words.language).toString()).toBe(language)
})

test('English is there at once', async () => {
  expect(await loadWords('en')).toBe(english)
})

test('a language without words is an error that lists those that there are', async () => {
  await expect(loadWords('xx' as WordLanguage)).rejects.toThrow(
    /^No words in "xx": there are en, de/,
  )
  await expect(loadWords('toString' as WordLanguage)).rejects.toThrow(RangeError)
})

test('a chunk that does not load rejects with a network failure, and loads later', async () => {
  // A mock that is set while another chunk still loads is lost.
  await vi.dynamicImportSettled()
  vi.resetModules()
  vi.doMock('../../src/words/languages/de.ts', () => {
    throw new TypeError('Failed to fetch dynamically imported module')
  })
  onTestFinished(() => {
    vi.doUnmock('../../src/words/languages/de.ts')
    vi.resetModules()
  })
  const fresh = await import('../../src/words/index.ts')
  const { toFailure } = await import('../../src/errors/failure.ts')
  const error = await fresh.loadWords('de').catch((reason: unknown) => reason)
  expect(error).toMatchObject({ message: 'The words of the language "de" could not be loaded' })
  expect(toFailure(error)).toMatchObject({ code: 'network', retryable: true })
  vi.doUnmock('../../src/words/languages/de.ts')
  expect((await fresh.loadWords('de')).language).toBe('de')
})

test.each([
  [['de-AT', 'en'], 'de'],
  [['pt'], 'pt-BR'],
  [['pt-PT'], 'pt-BR'],
  [['zh-Hans-SG'], 'zh-CN'],
  [['zh'], 'zh-CN'],
  [['zh-TW', 'ja'], 'ja'],
  [['zh-Hant', 'zh-HK'], 'en'],
  [['es-419', 'en'], 'es'],
  [['fr-CA-u-hc-h12'], 'fr'],
  [['sr-Latn', 'nb'], 'en'],
  [['xx', 'de'], 'de'],
  [['en-GB', 'de'], 'en'],
  [['*', '', 'not a tag', 'de'], 'de'],
  [[], 'en'],
  [['xx'], 'en'],
] as const)('for the languages %j the words are in %s', (preferred, language) => {
  expect(matchLanguage(preferred)).toBe(language)
})

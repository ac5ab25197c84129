import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { createAuth } from '../../src/create-auth.ts'
import { toFailure } from '../../src/errors/failure.ts'
import { formOf } from '../../src/forms/form-of.ts'
import { failureText, loadWords, say, wordLanguages } from '../../src/words/index.ts'
import { arabic } from '../guides/own-language.ts'
import { germanShopWords, shopWords } from '../guides/own-texts.ts'
import { messagesOf } from '../guides/without-forms.ts'

const guide = readFileSync(new URL('../../../../docs/guides/words.md', import.meta.url), 'utf8')
const places = ['../guides/', '../../../react/test/guides/'].map(
  (path) => new URL(path, import.meta.url),
)

test('every block of the guide is a file that compiles', () => {
  const files = places.flatMap((place) =>
    readdirSync(place)
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => readFileSync(new URL(file, place), 'utf8')),
  )
  const blocks = [...guide.matchAll(/```tsx?\n([\s\S]*?)```/g)].map(([, block]) => block)
  expect(blocks.length).toBe(6)
  for (const block of blocks) expect(files).toContain(block)
})

test('the guide lists every language, with its entry and its export', async () => {
  const rows = [
    ...guide.matchAll(/^\| [\w ]+ \| `@authchart\/machine\/words\/([\w-]+)` \| `(\w+)` \|/gm),
  ]
  expect(rows.map(([, language]) => language)).toEqual(wordLanguages.slice(1))
  for (const [, language = '', name = ''] of rows) {
    const entry = await import(`../../src/words/languages/${language.toLowerCase()}.ts`)
    expect(entry[name]).toBe(await loadWords(language as (typeof wordLanguages)[number]))
  }
})

test('the shop has its own texts', () => {
  expect(say(shopWords, { key: 'title.signIn' })).toBe('Welcome to the shop')
  expect(say(shopWords, { key: 'rule.minLength', values: { min: 12 } })).toBe(
    '12 characters or more',
  )
  const failure = toFailure(
    Object.assign(new Error('PreSignUp failed with error Too young.'), {
      name: 'UserLambdaValidationException',
    }),
  )
  expect(failureText(shopWords, failure)).toBe('Too young')
  expect(failureText(germanShopWords, failure)).toBe('Sie müssen mindestens 18 Jahre alt sein.')
  expect(say(germanShopWords, { key: 'title.signIn' })).toBe('Willkommen im Shop')
})

test('the forms in Arabic are written from right to left, and addresses in their own direction', () => {
  const auth = createAuth({
    config: { userPoolId: 'us-east-1_AbCdEf123', userPoolClientId: 'a1', loginWith: ['email'] },
    initial: {},
  })
  auth.stop()
  const view = auth.getView()
  const form = formOf(view, { words: arabic })
  expect(form.attributes).toMatchObject({ lang: 'ar', dir: 'rtl' })
  expect(form.title).toBe('تسجيل الدخول')
  expect(form.fields.map(({ label }) => label)).toEqual(['البريد الإلكتروني', 'كلمة المرور'])
  const values = { destination: 'a***@e***.com' }
  expect(say(arabic, { key: 'text.codeByEmail', values })).toContain('\u2068a***@e***.com\u2069')
  expect(messagesOf(view, arabic)).toEqual({ alert: undefined, status: undefined })
})

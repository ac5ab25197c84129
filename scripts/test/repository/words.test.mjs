import { expect, test } from 'vitest'
import { root } from '../../lib/paths.mjs'
import { findWords, findWordsIn } from '../../lib/words/find-words.mjs'

const wordsIn = (path, content) =>
  findWordsIn(path, content).map(({ line, word }) => `${line}: ${word}`)

test('the repository has no house words', () => {
  expect(findWords(root)).toEqual([])
}, 180_000)

test('finds words in comments, strings, names and paths', () => {
  const code = `
/** Shows what it
 * is told. */
const isHeld = 'kept' // By nobody.
const text = \`asked for \${isHeld} unless told\`
`
  expect(wordsIn('src/news.ts', code)).toEqual([
    '0: news',
    '3: told',
    '4: held',
    '4: kept',
    '4: nobody',
    '5: ask',
    '5: held',
    '5: told',
  ])
})

test('finds words at the beginning of a sentence only there', () => {
  const code = `
/** Of a token. A part of a token. */
/** Who signs in. The user who signs in. Who signs in? */
test('of a token', () => {})
`
  expect(wordsIn('a.ts', code)).toEqual(['2: Of …', '3: Who …', '4: Of …'])
})

test('finds words in documents and in templates', () => {
  expect(wordsIn('a.md', 'It is told.\n\n```ts\nconst isTold = 1\n```\n')).toEqual([
    '1: told',
    '4: told',
  ])
  const vue = '<script setup>\nconst told = 1\n</script>\n<template>\n<p>news</p>\n</template>\n'
  expect(wordsIn('a.vue', vue)).toEqual(['2: told', '5: news'])
})

test('leaves plain words alone', () => {
  const code = `
// The household's threshold, the placeholder and the task; a masked way to do it.
const always = 'refusedByTrigger'
const newSession = keepAlive(basket)
`
  expect(wordsIn('a.ts', code)).toEqual([])
})

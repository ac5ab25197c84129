import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { allowed, houseWords, ignoredFiles } from './house-words.mjs'
import { readTexts } from './read-texts.mjs'

/**
 * @typedef {object} Find
 * @property {string} path
 * @property {number} line
 * @property {string} found as it is written there
 * @property {string} word
 * @property {string} plain
 */

/**
 * The house words in the names and contents of all files that git tracks.
 *
 * @param {string} root
 * @param {string} [area] a folder
 * @returns {Find[]}
 */
export function findWords(root, area = '.') {
  const listed = execFileSync('git', ['ls-files', '-z', '--', area], {
    cwd: root,
    encoding: 'utf8',
  })
  const paths = listed.split('\0').filter((path) => path !== '' && !ignoredFiles.test(path))
  return paths.flatMap((path) => {
    const content = readFileSync(join(root, path), 'utf8')
    return content.includes('\0') ? [] : findWordsIn(path, content)
  })
}

/**
 * @param {string} path
 * @param {string} content
 * @returns {Find[]}
 */
export function findWordsIn(path, content) {
  const lineOf = createLineCounter(content)
  const inPath = findIn({ kind: 'identifier', text: path, start: 0 })
  const inContent = mayHaveWords(content) ? readTexts(path, content).flatMap(findIn) : []
  return [
    ...inPath.map((find) => ({ path, line: 0, ...find })),
    ...inContent.map(({ start, ...find }) => ({ path, line: lineOf(start), ...find })),
  ].sort((one, other) => one.line - other.line)
}

/** Whether it is worth parsing a file: finds at least all that its parts have. @param {string} content */
function mayHaveWords(content) {
  const names = splitName(content)
  const text = joinLines(content)
  return (
    /['"`]of [a-z]/.test(content) ||
    houseWords.some(
      (word) => names.search(word.name ?? /$^/) >= 0 || text.search(word.text ?? /$^/) >= 0,
    )
  )
}

/** @param {import('./read-texts.mjs').Text} part */
function findIn({ kind, text, start }) {
  const isName = kind === 'identifier'
  if (isName && allowed.includes(text)) return []
  const plainText = isName ? splitName(text) : joinLines(removeAllowed(text))
  return houseWords.flatMap(({ word, plain, ...patterns }) => {
    const pattern = isName ? patterns.name : patterns.text
    if (pattern === undefined) return []
    return [...plainText.matchAll(pattern)].map((match) => ({
      start: start + (isName ? 0 : match.index),
      found: isName ? text : match[0].replace(/\s+/g, ' '),
      word,
      plain,
    }))
  })
}

/** `isHTTPOpen` is `is http open`. @param {string} name */
function splitName(name) {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .replace(/[^A-Za-z0-9]+/g, ' ')
    .toLowerCase()
}

/** One space between words, also over the lines of a comment; offsets stay true. @param {string} text */
function joinLines(text) {
  return text.replace(/\n[ \t]*(?:\*(?!\/)|\/\/)?[ \t]?/g, (gap) => ' '.padStart(gap.length, '\t'))
}

/** @param {string} text */
function removeAllowed(text) {
  return allowed.reduce((rest, name) => rest.replaceAll(name, ' '.repeat(name.length)), text)
}

/** @param {string} content */
function createLineCounter(content) {
  const ends = [...content.matchAll(/\n/g)].map(({ index }) => index)
  return (offset) => {
    const line = ends.findIndex((end) => end >= offset)
    return (line === -1 ? ends.length : line) + 1
  }
}

import ts from 'typescript'

/**
 * @typedef {'comment' | 'string' | 'prose' | 'identifier'} Kind
 * @typedef {{ kind: Kind, text: string, start: number }} Text a part of a file, with its offset
 */

const codeFile = /\.(?:[cm]?[jt]sx?)$/
const parseOptions = {
  languageVersion: ts.ScriptTarget.Latest,
  jsDocParsingMode: ts.JSDocParsingMode.ParseNone,
}
const comment = /\/\*[\s\S]*?\*\/|\/\/.*(?:\n[ \t]*\/\/.*)*/g
const shellComment = /^\s*#.*$/gm
const scriptTag = /<script\b[^>]*>([\s\S]*?)<\/script>/g
const markdownCode = /^(?:```|~~~)(\w*)[^\n]*\n([\s\S]*?)^(?:```|~~~)/gm

/**
 * Splits a file into comments, strings, prose and identifiers.
 *
 * @param {string} path
 * @param {string} content
 * @returns {Text[]}
 */
export function readTexts(path, content) {
  if (codeFile.test(path)) return readCode(content, 0, path)
  if (path.endsWith('.vue') || path.endsWith('.html')) return readMarkup(content)
  if (path.endsWith('.md')) return readMarkdown(content)
  if (/\.(?:json|css|svg|ya?ml)$/.test(path)) return [{ kind: 'prose', text: content, start: 0 }]
  return [...content.matchAll(shellComment)].map(({ 0: text, index }) => ({
    kind: 'comment',
    text,
    start: index,
  }))
}

/**
 * @param {string} content
 * @param {number} offset of the code in its file
 * @param {string} [path] says whether there is JSX
 * @returns {Text[]}
 */
function readCode(content, offset, path = 'code.tsx') {
  const source = ts.createSourceFile(path, content, parseOptions, true)
  const texts = []
  const literals = []
  const add = (kind, node) => {
    const start = node.getStart(source)
    const text = content.slice(start, node.end)
    texts.push({ kind, text, start: offset + start })
    if (kind !== 'identifier') literals.push({ text, start })
  }
  const visit = (node) => {
    if (ts.isIdentifier(node) || ts.isPrivateIdentifier(node)) add('identifier', node)
    else if (ts.isJsxText(node)) add('prose', node)
    else if (isLiteral(node)) add('string', node)
    ts.forEachChild(node, visit)
  }
  visit(source)
  for (const { 0: text, index } of blank(content, literals).matchAll(comment))
    texts.push({ kind: 'comment', text, start: offset + index })
  return texts
}

/** @param {ts.Node} node */
function isLiteral(node) {
  return (
    ts.isStringLiteralLike(node) ||
    ts.isTemplateHead(node) ||
    ts.isTemplateMiddleOrTemplateTail(node) ||
    ts.isRegularExpressionLiteral(node)
  )
}

/**
 * The scripts are code, the rest is prose.
 *
 * @param {string} content
 * @returns {Text[]}
 */
function readMarkup(content) {
  const scripts = [...content.matchAll(scriptTag)].map((match) => ({
    text: match[1],
    start: match.index + match[0].indexOf('>') + 1,
  }))
  const prose = blank(content, scripts)
  return [
    { kind: 'prose', text: prose, start: 0 },
    ...scripts.flatMap(({ text, start }) => readCode(text, start)),
  ]
}

/**
 * Code blocks of TypeScript and JavaScript are code, the rest is prose.
 *
 * @param {string} content
 * @returns {Text[]}
 */
function readMarkdown(content) {
  const blocks = [...content.matchAll(markdownCode)]
    .filter(([, language]) => /^(?:[jt]sx?|vue)$/.test(language))
    .map((match) => ({
      text: match[2],
      start: match.index + match[0].indexOf('\n') + 1,
      language: match[1],
    }))
  const prose = blank(content, blocks)
  return [
    { kind: 'prose', text: prose, start: 0 },
    ...blocks.flatMap(({ text, start, language }) =>
      language === 'vue'
        ? readMarkup(text).map((part) => ({ ...part, start: part.start + start }))
        : readCode(text, start),
    ),
  ]
}

/**
 * Replaces parts of a text by spaces, so that offsets stay true.
 *
 * @param {string} text
 * @param {{ text: string, start: number }[]} parts in order
 */
function blank(text, parts) {
  let end = 0
  const pieces = parts.map((part) => {
    const before = text.slice(end, part.start)
    end = part.start + part.text.length
    return before + part.text.replace(/[^\n]/g, ' ')
  })
  return pieces.join('') + text.slice(end)
}

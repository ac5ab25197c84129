/**
 * @typedef {object} Block a fenced block of code of a page
 * @property {string} page
 * @property {number} line of its first line of code, from 1
 * @property {string} language
 * @property {string} code
 * @property {string} [name] the file that the paragraph before it names, or its own first line
 * @property {string} [context] code around it that readers do not see, from a comment above the block
 * @property {string} [unchecked] why it does not compile here, from such a comment
 */

const fence =
  /(?:^<!-- (?:context\n([\s\S]*?)|unchecked: (.*) )-->\n+)?^( *)```(\w+)[^\n]*\n([\s\S]*?)^\3```$/gm
const fileName = /`(?:[\w-]+\/)*([\w.-]+\.(?:tsx?|vue))`/g
const ownName = /^\/\/ (?:[\w-]+\/)*([\w.-]+\.(?:tsx?|vue|json))\b/

/**
 * @param {string} page
 * @param {string} text Markdown
 * @returns {Block[]}
 */
export function readBlocks(page, text) {
  let line = 1
  let counted = 0
  return [...text.matchAll(fence)].map((match) => {
    const [whole, context, unchecked, , language = '', code = ''] = match
    const start = match.index + whole.length - code.length - whole.match(/ *`+$/)[0].length
    line += text.slice(counted, start).split('\n').length - 1
    counted = start
    return {
      page,
      line,
      language,
      code,
      name: ownName.exec(code)?.[1] ?? nameIn(paragraphBefore(text, match.index)),
      ...(context && { context }),
      ...(unchecked && { unchecked }),
    }
  })
}

function paragraphBefore(text, index) {
  const end = text.slice(Math.max(0, index - 2), index).trimEnd().length
  const before = text.slice(Math.max(0, index - 1_000), index - 2 + end)
  return before.slice(before.lastIndexOf('\n\n') + 2)
}

/** The file that a paragraph names, if it introduces the block. */
function nameIn(paragraph) {
  if (!/:$/.test(paragraph) || paragraph.startsWith('```')) return undefined
  const names = [...paragraph.matchAll(fileName)]
  return names.length === 1 ? names[0][1] : undefined
}

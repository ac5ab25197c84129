import { readApi } from './read-api.mjs'

const packages = ['machine', 'react', 'vue', 'testing', 'devtools', 'sandbox']

const longestType = 160

/**
 * The pages of `docs/api`, one for each package, by their paths in the repository.
 *
 * @returns {Record<string, string>}
 */
export function apiPages() {
  const api = readApi(packages)
  const pages = packages.map((folder, index) => [
    `docs/api/${folder}.md`,
    `# @authchart/${folder}\n\n${note}${api[index].map(entrySection).join('')}`,
  ])
  return { 'docs/api/README.md': indexPage(api), ...Object.fromEntries(pages) }
}

const note =
  'Every export, with its comment in the source. `npm run docs` generates this page; `npm test` fails when it is stale.\n'

/** @param {import('./read-api.mjs').ApiEntry[][]} api */
function indexPage(api) {
  const rows = api.flatMap((entries, index) =>
    entries.map(({ name, text, items }) => {
      const page = `${packages[index]}.md#${anchorOf(name)}`
      return `| [\`${name}\`](${page}) | ${firstSentence(text)} | ${mainNames(items)} |\n`
    }),
  )
  return `# API

${note}
[\`reports/\`](reports) has the public declarations of each entry as built; \`npm run check:packages\` compares them.

| entry | | functions and components |
|---|---|---|
${rows.join('')}`
}

/** @param {import('./read-api.mjs').ApiItem[]} items */
function mainNames(items) {
  return items
    .filter(({ kind }) => kind === 'function' || kind === 'constant')
    .map(({ name }) => code(name))
    .join(' ')
}

/** @param {import('./read-api.mjs').ApiEntry} entry */
function entrySection({ name, text, items }) {
  const described = items.filter(({ kind }) => kind === 'function' || kind === 'class')
  const shapes = items.filter(
    (item) => !described.includes(item) && item.members.some(({ text }) => text !== ''),
  )
  const rest = items.filter((item) => !described.includes(item) && !shapes.includes(item))
  return [
    `\n## ${name}\n`,
    text && `\n${text}\n`,
    ...described.map(itemSection),
    ...shapes.map(itemSection),
    rest.length > 0 && `\n### Other types and constants\n\n| name | is | |\n|---|---|---|\n`,
    ...rest.map(row),
  ]
    .filter(Boolean)
    .join('')
}

/** @param {import('./read-api.mjs').ApiItem} item */
function itemSection({ name, kind, declaration, text, tags, members }) {
  const rows = members.filter(({ type, text }) => type !== '' || text !== '')
  const signature = kind === 'function' || kind === 'class' || declaration.includes(' extends ')
  return [
    `\n### ${name}\n`,
    text && `\n${text}\n`,
    tags.some(({ name }) => name !== 'example') && `\n${tags.map(tagLine).join('')}`,
    signature && `\n\`\`\`ts\n${declaration}\n\`\`\`\n`,
    ...tags.filter(({ name }) => name === 'example').map(({ text }) => `\n${example(text)}\n`),
    rows.length > 0 && `\n| member | type | |\n|---|---|---|\n${rows.map(memberRow).join('')}`,
  ]
    .filter(Boolean)
    .join('')
}

/** @param {{ name: string, text: string }} tag */
function tagLine({ name, text }) {
  if (name === 'example') return ''
  const [, subject, rest] = /^(\S+)\s+(?:-\s+)?([\s\S]+)$/.exec(text) ?? []
  if (name === 'param') return rest ? `- \`${subject}\`: ${oneLine(rest)}\n` : ''
  return `- *${name}*: ${oneLine(text)}\n`
}

/** @param {string} text */
function example(text) {
  return text.includes('```') ? text : `\`\`\`ts\n${text}\n\`\`\``
}

/** @param {import('./read-api.mjs').Member} member */
function memberRow({ name, type, text }) {
  return `| ${code(name)} | ${type ? code(oneLine(type)) : ''} | ${oneLine(text)} |\n`
}

/** @param {import('./read-api.mjs').ApiItem} item */
function row({ name, declaration, text, members }) {
  const fields = members.map(({ name, type }) => `${name}: ${type}`).join('; ')
  const definition = declaration.replace(/^type [^=]+=/, '')
  const type = oneLine(fields === '' ? definition : `{ ${fields} }`)
  const shown = type && type.length <= longestType ? code(type) : ''
  return `| ${code(name)} | ${shown} | ${oneLine(text)} |\n`
}

/** @param {string} text */
function code(text) {
  return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``
}

/** For a cell of a table. @param {string} text */
function oneLine(text) {
  return text
    .replace(/\/\*\*[\s\S]*?\*\/\s*/g, '')
    .replace(/\s+/g, ' ')
    .replaceAll('|', '\\|')
    .trim()
}

/** @param {string} text */
function firstSentence(text) {
  return oneLine(/^[\s\S]*?\.(?=\s|$)/.exec(text)?.[0] ?? text)
}

/** The anchor that GitHub gives to a heading. @param {string} heading */
function anchorOf(heading) {
  return heading
    .toLowerCase()
    .replace(/[^\w -]/g, '')
    .replaceAll(' ', '-')
}

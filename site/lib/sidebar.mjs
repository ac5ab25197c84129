import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * @typedef {object} Item an entry of the sidebar
 * @property {string} text
 * @property {string} link the address of the page: `/guides/start`, `/` for the index
 * @property {string} page the file of the page, relative to the folder: `guides/start.md`
 * @property {Item[]} [items] the other pages of the folder whose index the page is
 */

/** These have no page in the site. */
const left = ['api/reports']

/**
 * The groups of the sidebar are the headings of the index, with the page of each line below them. A page that is the
 * index of a folder (`api/README.md`) brings the other pages of its folder along.
 *
 * @param {string} docs the folder of the pages
 * @returns {{ text: string, items: Item[] }[]}
 */
export function readSidebar(docs) {
  const [, ...groups] = readFileSync(join(docs, 'README.md'), 'utf8').split(/^## /m)
  return groups.map((group) => {
    const [text = '', ...lines] = group.split('\n')
    return { text, items: lines.flatMap((line) => readItem(docs, line)) }
  })
}

/**
 * The pages of the site, relative to the folder.
 *
 * @param {string} docs
 * @returns {string[]}
 */
export function readPages(docs, folder = '') {
  return readdirSync(join(docs, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return left.includes(path) ? [] : readPages(docs, path)
    return path.endsWith('.md') ? [path] : []
  })
}

/** The address of a page below the base of the site. @param {string} page */
function addressOf(page) {
  return `/${page.replace(/README\.md$/, '').replace(/\.md$/, '')}`
}

/** @returns {Item[]} the page of the first link of a line */
function readItem(docs, line) {
  const [, text, page] = /^- \[([^\]]+)\]\(([^)#]+\.md)\)/.exec(line) ?? []
  if (!text || !page || page.startsWith('..')) return []
  const item = { text: plain(text), link: addressOf(page), page }
  return page.endsWith('/README.md') ? [{ ...item, items: readFolder(docs, page) }] : [item]
}

/** The pages beside the index of a folder and in the folders below it, by their titles. */
function readFolder(docs, index) {
  const folder = index.slice(0, -'/README.md'.length)
  return readPages(docs, folder)
    .filter((page) => page !== index)
    .map((page) => ({ text: titleOf(docs, page), link: addressOf(page), page }))
}

function titleOf(docs, page) {
  const path = join(docs, page)
  const [, title = page] = (existsSync(path) && /^# (.*)$/m.exec(readFileSync(path, 'utf8'))) || []
  return plain(title)
}

const plain = (text) => text.replaceAll('`', '')

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'

/**
 * Follows every link and every address of a script, style or picture in the pages of a built site.
 *
 * @param {string} dist
 * @returns {{ pages: number, links: number, broken: string[], loaded: string[], external: string[] }} `broken` leads to
 *   no file or to no heading, `loaded` comes from another host when a page opens, `external` is for readers to follow
 */
export function followLinks(dist) {
  const pages = new Map(
    readdirSync(dist, { recursive: true })
      .filter((file) => file.endsWith('.html'))
      .map((file) => [join(dist, file), readFileSync(join(dist, file), 'utf8')]),
  )
  const found = { pages: pages.size, links: 0, broken: [], loaded: [], external: new Set() }
  const idsOf = rememberIds(pages)
  for (const [page, html] of pages) {
    for (const { target, isLoaded } of targetsOf(html)) {
      const place = `${relative(dist, page)}: ${target}`
      if (/^https?:|^\/\//.test(target)) {
        if (isLoaded) found.loaded.push(place)
        else found.external.add(target)
        continue
      }
      found.links += 1
      if (!leadsSomewhere(dist, page, target, idsOf)) found.broken.push(place)
    }
  }
  found.loaded.push(...loadedByStyles(dist))
  return { ...found, external: [...found.external].sort() }
}

/** @returns {{ target: string, isLoaded: boolean }[]} */
function targetsOf(html) {
  const tags = html.replace(/<script\b(?![^>]*\bsrc=)[\s\S]*?<\/script>/g, '')
  return [...tags.matchAll(/<(\w+)\b[^>]*?\s(?:href|src)="([^"]*)"[^>]*>/g)]
    .map(([, tag, target]) => ({ target: target.replaceAll('&amp;', '&'), isLoaded: tag !== 'a' }))
    .filter(({ target }) => !/^(?:mailto|data|javascript):/.test(target))
}

function leadsSomewhere(dist, page, target, idsOf) {
  const [path = '', anchor = ''] = target.split('#')
  const [name = ''] = path.split('?')
  const file = name === '' ? page : fileOf(resolve(dirname(page), decodeURI(name)))
  if (!file || relative(dist, file).startsWith('..')) return false
  return anchor === '' || !file.endsWith('.html') || idsOf(file).has(decodeURIComponent(anchor))
}

/** The file of an address, as a static server finds it. */
function fileOf(path) {
  if (!existsSync(path)) return existsSync(`${path}.html`) ? `${path}.html` : undefined
  if (!statSync(path).isDirectory()) return path
  const index = join(path, 'index.html')
  return existsSync(index) ? index : undefined
}

function rememberIds(pages) {
  const known = new Map()
  return (file) => {
    const ids = known.get(file) ?? new Set(idsIn(pages.get(file) ?? readFileSync(file, 'utf8')))
    known.set(file, ids)
    return ids
  }
}

const idsIn = (html) => [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id)

/** Fonts and pictures that a style sheet loads from another host. */
function loadedByStyles(dist) {
  return readdirSync(dist, { recursive: true })
    .filter((file) => file.endsWith('.css'))
    .flatMap((file) => {
      const css = readFileSync(join(dist, file), 'utf8')
      const urls = css.match(/(?:url\(|@import\s+)["']?(?:https?:)?\/\/[^"')]+/g) ?? []
      return urls.map((url) => `${file}: ${url}`)
    })
}

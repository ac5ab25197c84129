import { dirname, join } from 'node:path/posix'

/**
 * A plugin for markdown-it: links to the index of a folder lead to its page, and links to files that are no page lead
 * to the repository. Without its address they become plain text that names the file.
 *
 * @param {import('vitepress').MarkdownRenderer} md
 * @param {{ source?: string }} options `source` is the address of the repository's files
 */
export function rewriteLinks(md, { source }) {
  md.core.ruler.push('authchart-links', ({ tokens, env }) => {
    for (const { children } of tokens) {
      let open
      for (const token of children ?? []) {
        if (token.type === 'link_open') open = rewrite(token, env.relativePath ?? '', source)
        if (token.type === 'link_close' && open) {
          token.tag = 'span'
          open = undefined
        }
      }
    }
  })
}

/** @returns whether the link has become plain text */
function rewrite(token, page, source) {
  const href = token.attrGet('href') ?? ''
  if (/^(?:[a-z]+:|#)/.test(href)) return false
  const [path = '', anchor] = href.split('#')
  // The page of `env` has its place in the site: `api/index.md`.
  const file = join('docs', dirname(page), path)
  if (file.startsWith('docs/') && /\.md$/.test(file)) {
    token.attrSet('href', path.replace(/README\.md$/, 'index.md') + (anchor ? `#${anchor}` : ''))
    return false
  }
  if (source) {
    token.attrSet('href', `${source}/${file}`)
    return false
  }
  token.tag = 'span'
  token.attrs = [
    ['class', 'in-repository'],
    ['title', `In the repository: ${file}`],
  ]
  return true
}

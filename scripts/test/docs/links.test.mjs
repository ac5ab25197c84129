import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../../lib/paths.mjs'

const read = (path) => readFileSync(join(root, path), 'utf8')

const pages = execFileSync('git', ['ls-files', '*.md'], { cwd: root, encoding: 'utf8' })
  .split('\n')
  .filter((path) => path !== '' && existsSync(join(root, path)))

test.each(pages)('each link of %s leads to a file and a heading', (page) => {
  for (const target of linksOf(read(page))) {
    const [file, anchor] = target.split('#')
    const path = file === '' ? page : join(dirname(page), file)
    expect(existsSync(join(root, path)), target).toBe(true)
    if (anchor) expect(anchorsOf(read(path)), target).toContain(anchor)
  }
})

/** The relative links of a page. */
function linksOf(text) {
  return [...withoutCode(text).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target]) => target)
    .filter((target) => !/^[a-z]+:/.test(target))
}

/** The anchors that GitHub gives to headings. */
function anchorsOf(text) {
  return [...withoutCode(text).matchAll(/^#+ (.*)$/gm)].map(([, heading]) =>
    heading
      .toLowerCase()
      .replace(/[^\w -]/g, '')
      .replaceAll(' ', '-'),
  )
}

function withoutCode(text) {
  return text.replace(/^```[\s\S]*?^```/gm, '')
}

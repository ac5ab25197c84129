import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { followLinks } from '../../../site/lib/follow-links.mjs'
import { readBlocks } from '../../../site/lib/read-blocks.mjs'
import { readPages, readSidebar } from '../../../site/lib/sidebar.mjs'
import { root } from '../../lib/paths.mjs'

const docs = join(root, 'docs')
const read = (page) => readFileSync(join(docs, page), 'utf8')

test('the sidebar lists every page once, and no page that does not exist', () => {
  const items = readSidebar(docs).flatMap((group) => group.items)
  const listed = items.flatMap((item) => [item, ...(item.items ?? [])]).map(({ page }) => page)
  const pages = readPages(docs).filter((page) => page !== 'README.md')
  expect(listed.toSorted()).toEqual(pages.toSorted())
})

test('every page has one title', () => {
  const titles = readPages(docs).map((page) => [
    page,
    read(page)
      .replace(/^```[\s\S]*?^```/gm, '')
      .match(/^# /gm)?.length,
  ])
  expect(titles.filter(([, count]) => count !== 1)).toEqual([])
})

test('a block that is not compiled says why, and there are few', () => {
  const unchecked = readPages(docs).flatMap((page) =>
    readBlocks(page, read(page)).filter((block) => block.unchecked),
  )
  expect(unchecked.length).toBeLessThanOrEqual(4)
})

test('a block has its line, its file and its context', () => {
  const text = [
    '# Title',
    '',
    'The file `src/auth.ts`:',
    '',
    '<!-- context',
    'declare const config: object',
    '// here',
    '-->',
    '',
    '```ts',
    'export const auth = config',
    '```',
    '',
    'Then, in no file:',
    '',
    '```vue',
    '<template />',
    '```',
  ].join('\n')
  const [first, second] = readBlocks('page.md', text)
  expect(first).toMatchObject({ name: 'auth.ts', line: 11, code: 'export const auth = config\n' })
  expect(first.context).toContain('declare const config')
  expect(second).toMatchObject({ language: 'vue', line: 17 })
  expect(second.name).toBeUndefined()
})

test('every JSON of a page can be parsed', () => {
  for (const page of readPages(docs)) {
    for (const { language, code, line } of readBlocks(page, read(page))) {
      if (language !== 'json') continue
      expect(() => JSON.parse(code.replace(/^\/\/.*\n/, '')), `${page}:${line}`).not.toThrow()
    }
  }
})

/** Scripts that `authchart init`, a template of Vite or a new app writes into the package.json of a reader. */
const scriptsOfReaders = ['sandbox', 'dev', 'build', 'test', 'test:auth']
/** Commands of others, installed by the page or by npm. */
const othersCommands = ['playwright', 'vite', 'vitest', 'tsc', 'expo', 'cap']

test('every command in a shell block exists', () => {
  const missing = readPages(docs).flatMap((page) =>
    readBlocks(page, read(page))
      .filter(({ language }) => language === 'sh')
      .flatMap(({ code, line }) =>
        [...code.matchAll(/\b(npx|npm run|node)(?: --?[\w-]+)* ([^\s;&|]+)(?: -w (\S+))?/g)]
          .filter(([, tool, name, folder]) => !isKnown(tool, name, folder))
          .map(([found]) => `${page}:${line}: ${found}`),
      ),
  )
  expect(missing).toEqual([])
})

function isKnown(tool, name, folder = '.') {
  if (tool === 'npm run')
    return name in packageOf(folder).scripts || scriptsOfReaders.includes(name)
  if (tool === 'node') return existsSync(join(root, name))
  return commands.includes(name) || othersCommands.includes(name)
}

/** What the packages install. */
const commands = ['cli', 'devtools', 'sandbox', 'testing'].flatMap((name) =>
  Object.keys(packageOf(`packages/${name}`).bin),
)

function packageOf(folder) {
  return JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'))
}

test('the links of a site are followed to the file and the heading', () => {
  const dist = siteOf({
    'index.html':
      '<h1 id="top">A</h1><a href="./guides/start.html#first">x</a><a href="#top">x</a>',
    'guides/start.html':
      '<h2 id="first">B</h2><a href="../">x</a><a href="https://a.example/">x</a>',
  })
  expect(followLinks(dist)).toEqual({
    pages: 2,
    links: 3,
    broken: [],
    loaded: [],
    external: ['https://a.example/'],
  })
})

test('a link that leads nowhere, and a font of another host, are found', () => {
  const dist = siteOf({
    'index.html': [
      '<a href="./no.html">x</a><a href="#no">x</a><a href="../secret.html">x</a>',
      '<script src="https://cdn.example/a.js"></script>',
    ].join('\n'),
    'a.css': '@font-face { src: url(https://fonts.example/a.woff2) }',
  })
  const { broken, loaded } = followLinks(dist)
  expect(broken).toEqual(['index.html: ./no.html', 'index.html: #no', 'index.html: ../secret.html'])
  expect(loaded).toEqual([
    'index.html: https://cdn.example/a.js',
    'a.css: url(https://fonts.example/a.woff2',
  ])
})

function siteOf(files) {
  const dist = mkdtempSync(join(tmpdir(), 'authchart-site-'))
  onTestFinished(() => rmSync(dist, { recursive: true }))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dist, path)), { recursive: true })
    writeFileSync(join(dist, path), text)
  }
  return dist
}

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { routeOf } from '@authchart/machine'
import { transform } from 'esbuild'
import postcss from 'postcss'
import { compile } from 'tailwindcss'
import { expect, test } from 'vitest'
import { compileScript, parse } from 'vue/compiler-sfc'
import { plainStyles } from '../build/plain-styles.ts'
import { tailwindStyles } from '../build/tailwind-styles.ts'
import { readTemplates } from '../src/read-templates.ts'
import { routeScreens, routesWithoutFile, screenRoutes } from '../src/screens/route-screens.ts'

const root = join(process.cwd(), '../..')
const sets = Object.entries(readTemplates())

test.each(sets)(
  '%s: files import Authchart, the framework and each other, and nothing else',
  (key, files) => {
    const [framework = ''] = key.split(' ')
    const others = files.flatMap(({ path, text }) =>
      [...text.matchAll(/(?:from|import) '([^']+)'/g)]
        .map(([, module = '']) => module)
        .filter((module) => !module.startsWith('.') && !module.startsWith('@authchart/'))
        .filter((module) => module !== framework)
        .map((module) => `${path}: ${module}`),
    )
    expect(others).toEqual([])
    expect(files.length).toBeGreaterThan(0)
  },
)

test.each(sets)('%s: nothing of the examples alone is in it', (_, files) => {
  const texts = files.map(({ text }) => text).join('\n')
  expect(texts).not.toMatch(/example-|outbox|wantedSection|location\.hash|Wizard'/)
})

test('every route of the chart has a screen, or a reason to have no file', () => {
  const named = [...screenRoutes, ...routesWithoutFile.keys()]
  expect(named.sort()).toEqual([...new Set(Object.values(routeOf))].sort())
  for (const [key, files] of sets.filter(([key]) => !/html|minimal/.test(key))) {
    expect(files.flatMap(({ route }) => route ?? []).sort(), key).toEqual([...screenRoutes].sort())
  }
})

test.each(sets.filter(([key]) => key.includes(' js ')))(
  '%s: JavaScript that compiles',
  async (_, files) => {
    for (const { path, text } of files) {
      if (path.endsWith('.vue'))
        compileScript(parse(text, { filename: path }).descriptor, { id: path })
      if (/\.jsx?$/.test(path)) await transform(text, { loader: 'jsx' })
      expect(text, path).not.toContain('export {}')
    }
  },
)

test('the fields of each screen are those of docs/forms.md', () => {
  const page = readFileSync(join(root, 'docs/forms.md'), 'utf8')
  for (const route of screenRoutes) {
    const [section = ''] = page.split(`\n## \`${route}\`\n`)[1]?.split('\n## ') ?? []
    const { fields, hasMore, hasText } = routeScreens[route]
    const documented = [
      ...section.matchAll(/^\| `([\w.]+)` \| (?:text|email|password|code|checkbox|choice) \|/gm),
    ].map(([, name]) => name)
    expect(documented, route).toEqual(expect.arrayContaining([...fields]))
    if (!hasMore) expect(documented, route).toEqual(fields)
    expect(/^Title .*, text /m.test(section), route).toBe(hasText === true)
  }
})

test('Tailwind knows every class', async () => {
  const theme = readFileSync(join(root, 'node_modules/tailwindcss/index.css'), 'utf8')
  const { build } = await compile(theme)
  const base = build([]).length
  const classes = new Set(Object.values(tailwindStyles).flatMap((names) => names.split(' ')))
  const unknown = [...classes].filter((name) => isUnknown(build, name, base))
  expect(unknown).toEqual([])
  expect(classes.size).toBeGreaterThan(100)
})

/** A class that Tailwind knows makes the output longer. */
function isUnknown(build: (names: string[]) => string, name: string, base: number): boolean {
  const before = Math.max(base, build([]).length)
  return build([name]).length <= before
}

test('every style that the screens name is there', () => {
  const used = sets
    .filter(([key]) => key.endsWith('tailwind'))
    .flatMap(([, files]) => files.flatMap(({ text }) => [...text.matchAll(/\bstyles\.(\w+)/g)]))
    .map(([, name]) => name ?? '')
  expect(Object.keys(tailwindStyles)).toEqual(expect.arrayContaining([...new Set(used)]))
  const dynamic = ['h1', 'h2']
  expect([...new Set([...used, ...dynamic])].sort()).toEqual(Object.keys(tailwindStyles).sort())
})

test('no rule of the style sheet reaches what is outside of the screens', () => {
  const css = plainStyles(readFileSync(join(root, 'examples/shared/styles.css'), 'utf8'))
  const selectors: string[] = []
  postcss.parse(css).walkRules((rule) => {
    selectors.push(...rule.selectors)
  })
  expect(selectors.length).toBeGreaterThan(60)
  const others = selectors.filter((selector) => !/(?:^|\s)\.auth\b/.test(selector))
  expect([...new Set(others)]).toEqual(['from', 'to'])
  expect(css).not.toMatch(/var\(--(?!auth-)/)
  expect(css).not.toMatch(/\[data-route=[^{]*\{[^}]*background: none/)
})

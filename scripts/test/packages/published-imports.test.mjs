import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { dirname, join } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { root } from '../../lib/paths.mjs'

/** Entries that are made for a tool which the package does not need otherwise. */
const tools = {
  '@authchart/machine/identity-js': ['amazon-cognito-identity-js'],
  '@authchart/testing/playwright': ['@playwright/test'],
  '@authchart/testing/random': ['fast-check'],
  '@authchart/devtools/react': ['react'],
  '@authchart/devtools/vue': ['vue'],
  '@authchart/devtools/vue-devtools': ['vue', '@vue/devtools-api'],
}

const packages = readdirSync(join(root, 'packages'))
  .map((name) => join(root, 'packages', name))
  .filter((dir) => existsSync(join(dir, 'package.json')))
  .map((dir) => ({ dir, ...JSON.parse(readFileSync(join(dir, 'package.json'), 'utf8')) }))

const entries = packages.flatMap(({ name, dir, exports }) =>
  Object.entries(exports)
    .filter(([path]) => path !== './package.json')
    .map(([path, conditions]) => ({
      entry: name + path.slice(1),
      types: [conditions.types],
      code: [conditions.development ?? conditions.default, conditions.default],
      dir,
    })),
)

test.each(entries)('$entry: what its types import is there for every app that imports it', (of) => {
  expect(strangers(of, of.types)).toEqual([])
})

test.each(entries)('$entry: what its code imports at once is there for every app', (of) => {
  expect(strangers(of, of.code)).toEqual([])
})

test('a tool that is no dependency is found, also behind another file and another entry', () => {
  const of = { entry: '@authchart/testing', dir: join(root, 'packages/testing') }
  const found = strangers(of, ['dist/playwright.d.mts'])
  expect(found.length).toBeGreaterThan(0)
  expect(found.every((line) => line.endsWith('.d.mts: @playwright/test'))).toBe(true)
  const ofDevtools = { entry: '@authchart/devtools', dir: join(root, 'packages/devtools') }
  expect(importsOf('a.d.mts', 'declare const page: import("vitest").Test')).toEqual(['vitest'])
  expect(importsOf('a.d.mts', '/// <reference types="vitest" />')).toEqual(['vitest'])
  expect(importsOf('a.mjs', 'export * from "./a.mjs"; import("vitest")')).toEqual(['./a.mjs'])
  expect(fileOf('@authchart/testing', join(ofDevtools.dir, 'dist/index.d.mts'))).toBe(
    join(of.dir, 'dist/index.d.mts'),
  )
})

/**
 * What an entry imports, over all files that these lead to, without being allowed to.
 *
 * @param {{ entry: string, dir: string }} of
 * @param {string[]} paths in the package
 */
function strangers({ entry, dir }, paths) {
  const allowed = tools[entry] ?? []
  const found = new Set()
  const seen = new Set(paths.map((path) => join(dir, path)))
  for (const file of seen) {
    const owner = packages.find((one) => file.startsWith(join(one.dir, '/')))
    for (const specifier of importsOf(file, readFileSync(file, 'utf8'))) {
      const next = fileOf(specifier, file)
      if (next) seen.add(next)
      if (specifier.startsWith('.') || isBuiltin(specifier)) continue
      const name = packageOf(specifier)
      if (isRequired(owner, name) || allowed.includes(name)) continue
      found.add(`${file.slice(owner.dir.length + 1)}: ${specifier}`)
    }
  }
  return [...found]
}

/** What types import in any way, and code at once. */
function importsOf(file, text) {
  if (file.endsWith('.d.mts')) {
    const { importedFiles, typeReferenceDirectives } = ts.preProcessFile(text)
    return [...importedFiles, ...typeReferenceDirectives].map(({ fileName }) => fileName)
  }
  return ts
    .createSourceFile(file, text, ts.ScriptTarget.ESNext)
    .statements.flatMap(({ moduleSpecifier }) => moduleSpecifier?.text ?? [])
}

/** The file of this repository that a specifier stands for. */
function fileOf(specifier, from) {
  const isType = from.endsWith('.d.mts')
  if (specifier.startsWith('.')) {
    return join(dirname(from), isType ? specifier.replace(/\.mjs$/, '.d.mts') : specifier)
  }
  const owner = packages.find(({ name }) => name === packageOf(specifier))
  const conditions = owner?.exports[`.${specifier.slice(owner.name.length)}`]
  return conditions && join(owner.dir, isType ? conditions.types : conditions.default)
}

const packageOf = (specifier) => /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier

const isRequired = ({ dependencies, peerDependencies, peerDependenciesMeta }, name) =>
  name in { ...dependencies, ...peerDependencies } && !peerDependenciesMeta?.[name]?.optional

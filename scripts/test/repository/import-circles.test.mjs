import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { listFiles, readSources } from '../support/read-sources.mjs'

/** Packages that still have circles: remove a package as soon as it is clean, and add none. */
const { circles } = JSON.parse(readFileSync(new URL('style-debts.json', import.meta.url), 'utf8'))

const packages = [
  ...new Set(listFiles('packages').map((path) => path.split('/').slice(0, 2).join('/'))),
]

test.each(packages)(
  '%s: no imports in a circle, those of types included',
  (folder) => {
    const graph = new Map(
      readSources(`${folder}/src`).map(({ path, source }) => [path, importsOf(path, source)]),
    )
    const found = circlesOf(graph)
    if (!circles.includes(folder)) expect(found).toEqual([])
  },
  60_000,
)

test('finds a circle', () => {
  const graph = new Map([
    ['a', ['b']],
    ['b', ['c', 'd']],
    ['c', ['a']],
    ['d', ['c']],
    ['e', ['a']],
  ])
  expect(circlesOf(graph)).toEqual([['a', 'b', 'c', 'd']])
})

/**
 * The files of the package that a file imports: values, types, dynamic imports and `import('…')` types.
 *
 * @param {string} path
 * @param {ts.SourceFile} source
 * @returns {string[]}
 */
function importsOf(path, source) {
  const specifiers = []
  const visit = (node) => {
    const specifier =
      node.moduleSpecifier ??
      (ts.isImportTypeNode(node) ? node.argument.literal : undefined) ??
      (isDynamicImport(node) ? node.arguments[0] : undefined)
    if (specifier && ts.isStringLiteralLike(specifier)) specifiers.push(specifier.text)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return specifiers
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => join(dirname(path), specifier))
}

function isDynamicImport(node) {
  return ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword
}

/**
 * The strongly connected components of more than one file, by Tarjan.
 *
 * @param {Map<string, string[]>} graph
 * @returns {string[][]}
 */
function circlesOf(graph) {
  const found = []
  const stack = []
  const order = new Map()
  const lowest = new Map()
  const visit = (node) => {
    order.set(node, order.size)
    lowest.set(node, order.get(node))
    stack.push(node)
    for (const next of graph.get(node)) {
      if (!graph.has(next)) continue
      if (!order.has(next)) visit(next)
      if (stack.includes(next)) lowest.set(node, Math.min(lowest.get(node), lowest.get(next)))
    }
    if (lowest.get(node) !== order.get(node)) return
    const circle = stack.splice(stack.indexOf(node))
    if (circle.length > 1) found.push(circle.sort())
  }
  for (const node of graph.keys()) if (!order.has(node)) visit(node)
  return found
}

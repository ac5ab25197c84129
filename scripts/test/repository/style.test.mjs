import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import ts from 'typescript'
import { beforeAll, expect, test } from 'vitest'
import { listFiles, readSources } from '../support/read-sources.mjs'

const folders = ['packages', 'examples', 'scripts', 'bench', 'consumers', 'site']
const maxFiles = 25
const maxLines = { source: 300, test: 400 }

/** One file for each Cognito operation, and one for each decision. */
const largeFolders = ['packages/sandbox/src/operations']

/** Areas that still break a rule: remove an area as soon as it is clean, and add none. */
const { functions, lines, rooms, verbs } = JSON.parse(
  readFileSync(new URL('style-debts.json', import.meta.url), 'utf8'),
)

const without = (areas) => (place) => !areas.some((area) => place.startsWith(area))

let sources
beforeAll(() => {
  sources = readSources(...folders)
}, 180_000)

test('functions of modules are function declarations', () => {
  const found = sources.flatMap(({ path, source }) =>
    arrowConstants(source).map((name) => `${path}: ${name}`),
  )
  expect(found.filter(without(functions))).toEqual([])
})

test('the test verb is test', () => {
  const found = sources.flatMap(({ path, source }) => (importsIt(source) ? [path] : []))
  expect(found.filter(without(verbs))).toEqual([])
})

test(`no folder has more than ${maxFiles} files`, () => {
  const counts = new Map()
  for (const path of listFiles(...folders, 'docs'))
    counts.set(dirname(path), (counts.get(dirname(path)) ?? 0) + 1)
  const found = [...counts]
    .filter(([folder, count]) => count > maxFiles && !largeFolders.includes(folder))
    .map(([folder, count]) => `${folder}: ${count} files`)
  expect(found.filter(without(rooms))).toEqual([])
})

test(`no source has more than ${maxLines.source} lines, no test more than ${maxLines.test}`, () => {
  const found = sources
    .map(({ path, text }) => ({ path, count: text.split('\n').length - 1 }))
    .filter(({ path, count }) => count > (isTest(path) ? maxLines.test : maxLines.source))
    .map(({ path, count }) => `${path}: ${count} lines`)
  expect(found.filter(without(lines))).toEqual([])
})

/** @param {string} path */
function isTest(path) {
  return /\/tests?\//.test(path)
}

/**
 * Constants at the top level that should be function declarations: exported ones, and those with a block body.
 * A type annotation needs a constant.
 *
 * @param {ts.SourceFile} source
 * @returns {string[]} their names
 */
function arrowConstants(source) {
  return source.statements.filter(isConstant).flatMap((statement) => {
    const isExported = statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
    return statement.declarationList.declarations
      .filter((declaration) => isFunction(declaration.initializer))
      .filter((declaration) => !declaration.type && !ts.getJSDocTypeTag(declaration))
      .filter(({ initializer }) => isExported || ts.isBlock(initializer.body))
      .map((declaration) => declaration.name.getText(source))
  })
}

/** @param {ts.Statement} statement */
function isConstant(statement) {
  return (
    ts.isVariableStatement(statement) &&
    (statement.declarationList.flags & ts.NodeFlags.BlockScoped) === ts.NodeFlags.Const
  )
}

/** @param {ts.Expression | undefined} value */
function isFunction(value) {
  return value !== undefined && (ts.isArrowFunction(value) || ts.isFunctionExpression(value))
}

/** @param {ts.SourceFile} source */
function importsIt(source) {
  return source.statements
    .filter(ts.isImportDeclaration)
    .flatMap(({ importClause }) => importClause?.namedBindings?.elements ?? [])
    .some(({ name, propertyName }) => (propertyName ?? name).text === 'it')
}

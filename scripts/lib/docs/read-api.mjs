import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { root } from '../paths.mjs'

/**
 * @typedef {object} Member
 * @property {string} name with `?` if it is optional
 * @property {string} type as the source has it
 * @property {string} text its description
 */
/**
 * @typedef {object} ApiItem an export
 * @property {string} name
 * @property {'function' | 'class' | 'interface' | 'type' | 'constant'} kind
 * @property {string} declaration
 * @property {string} text its description
 * @property {{ name: string, text: string }[]} tags
 * @property {Member[]} members
 */
/**
 * @typedef {object} ApiEntry an entry of a package
 * @property {string} name the import specifier
 * @property {string} text what the `@packageDocumentation` comment says
 * @property {ApiItem[]} items in alphabetical order
 */

const options = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  customConditions: ['authchart-source'],
  allowImportingTsExtensions: true,
  jsx: ts.JsxEmit.ReactJSX,
  noEmit: true,
  skipLibCheck: true,
  types: [],
}

/**
 * Reads the exports of each entry of some packages, and their comments, from the sources.
 *
 * @param {readonly string[]} packages folders of `packages/`
 * @returns {ApiEntry[][]} one list for each package
 */
export function readApi(packages) {
  const entries = packages.map(entriesOf)
  const program = ts.createProgram(
    entries.flat().map(({ path }) => path),
    options,
  )
  return entries.map((list) => {
    const known = new Set()
    return list.map((entry) => readEntry(program, entry, known))
  })
}

/** @param {string} folder */
function entriesOf(folder) {
  const home = join(root, 'packages', folder)
  const { name, description, exports } = JSON.parse(
    readFileSync(join(home, 'package.json'), 'utf8'),
  )
  return Object.entries(exports)
    .filter(([, conditions]) => conditions['authchart-source'])
    .map(([subpath, { 'authchart-source': source }]) => ({
      name: join(name, subpath).replaceAll('\\', '/'),
      // An entry may have another source for each environment.
      path: join(home, source.default ?? source),
      description: subpath === '.' ? description : '',
    }))
}

/** An export that an earlier entry has, too, is listed there only. */
function readEntry(program, { name, path, description }, known) {
  const checker = program.getTypeChecker()
  const source = program.getSourceFile(path)
  const items = checker
    .getExportsOfModule(checker.getSymbolAtLocation(source))
    .map((symbol) => readItem(checker, symbol))
    .filter((item) => item && !known.has(item.id))
    .sort((one, other) => one.name.localeCompare(other.name, 'en'))
  for (const { id } of items) known.add(id)
  return { name, text: packageText(source) || description, items }
}

function readItem(checker, exported) {
  const isAlias = exported.flags & ts.SymbolFlags.Alias
  const symbol = isAlias ? checker.getAliasedSymbol(exported) : exported
  const declarations = symbol.declarations ?? []
  const [declaration] = declarations
  if (!declaration) return
  return {
    id: `${declaration.getSourceFile().fileName} ${symbol.name}`,
    name: exported.name,
    kind: kindOf(declaration),
    declaration: visible(declarations).map(textOf).join('\n'),
    text: commentOf(checker, symbol),
    tags: symbol.getJsDocTags(checker).map((tag) => ({
      name: tag.name,
      text: link(ts.displayPartsToString(tag.text)),
    })),
    members: membersOf(checker, declaration).map((member) => ({
      name: `${member.name.getText()}${member.questionToken ? '?' : ''}`,
      type: memberType(member),
      text: commentOf(checker, checker.getSymbolAtLocation(member.name)),
    })),
  }
}

/** @param {ts.Node} node */
function kindOf(node) {
  if (ts.isFunctionDeclaration(node)) return 'function'
  if (ts.isClassDeclaration(node)) return 'class'
  if (ts.isInterfaceDeclaration(node)) return 'interface'
  if (ts.isTypeAliasDeclaration(node)) return 'type'
  return isArrow(node) ? 'function' : 'constant'
}

/** @param {ts.Node} node */
function isArrow(node) {
  return ts.isVariableDeclaration(node) && node.initializer && ts.isArrowFunction(node.initializer)
}

/** Without the implementation of an overloaded function. @param {readonly ts.Node[]} declarations */
function visible(declarations) {
  return declarations.length > 1 ? declarations.filter(({ body }) => !body) : declarations
}

/** The declaration without its body. @param {ts.Node} node */
function textOf(node) {
  const start = node.getStart()
  const text = node.getSourceFile().text
  const slice = (end) =>
    text
      .slice(start, end)
      .replace(/^export (default )?/, '')
      .trim()
  if (isArrow(node) && !node.type) return slice(node.initializer.equalsGreaterThanToken.pos)
  if (ts.isVariableDeclaration(node)) return node.type?.getText() ?? ''
  if (ts.isClassLike(node) || ts.isInterfaceDeclaration(node)) return slice(node.members.pos - 1)
  return slice(node.body?.pos ?? node.end)
}

function membersOf(checker, node) {
  const isList = ts.isInterfaceDeclaration(node) || ts.isClassDeclaration(node)
  const members = isList ? node.members : typeMembers(checker, node)
  return members.filter((member) => member.name && ts.isIdentifier(member.name) && isOpen(member))
}

/** The members of an object type, also of one that is put together with `&`. */
function typeMembers(checker, node) {
  if (!ts.isTypeAliasDeclaration(node)) return []
  if (ts.isTypeLiteralNode(node.type)) return node.type.members
  if (!ts.isIntersectionTypeNode(node.type)) return []
  const type = checker.getTypeAtLocation(node)
  const properties = (type.isUnion() ? type.types : [type]).flatMap((part) =>
    checker.getPropertiesOfType(part).flatMap(({ declarations = [] }) => declarations),
  )
  return [...new Set(properties)]
}

/** @param {ts.Node} member */
function isOpen(member) {
  return (
    (ts.getCombinedModifierFlags(member) & ts.ModifierFlags.NonPublicAccessibilityModifier) === 0
  )
}

/** @param {ts.Node} member */
function memberType(member) {
  if (member.parameters) {
    const text = member.getSourceFile().text
    return text.slice(member.name.end, member.body?.pos ?? member.end).replace(/[;,\s]+$/, '')
  }
  return member.type?.getText() ?? ''
}

function commentOf(checker, symbol) {
  return symbol ? link(ts.displayPartsToString(symbol.getDocumentationComment(checker))) : ''
}

/** `{@link X}` as code. @param {string} text */
function link(text) {
  return text.replace(/\{@link(?:code)? ([^}\s|]+)[^}]*\}/g, '`$1`').trim()
}

/** @param {ts.SourceFile} source */
function packageText({ text }) {
  const [comment] = text.match(/\/\*\*(?:(?!\*\/)[\s\S])*@packageDocumentation[\s\S]*?\*\//) ?? ['']
  return link(
    comment
      .replace(/^\/\*\*|\*\/$/g, '')
      .replace(/^[ \t]*\* ?/gm, '')
      .replace('@packageDocumentation', ''),
  )
}

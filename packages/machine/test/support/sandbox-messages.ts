import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import ts from 'typescript'

const src = join(import.meta.dirname, '../../../sandbox/src')

/** An exception that the sandbox can throw: as its source says, with samples in place of values. */
export interface SandboxMessage {
  readonly file: string
  readonly type: string
  readonly message: string
}

const files = new Map(
  readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => {
      const text = readFileSync(join(src, name), 'utf8')
      return [name, ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true)] as const
    }),
)

function everyNode(node: ts.Node): readonly ts.Node[] {
  const found: ts.Node[] = [node]
  ts.forEachChild(node, (child) => void found.push(...everyNode(child)))
  return found
}

const nodes = [...files.values()].flatMap(everyNode)

const nameOf = (callee: ts.Expression) =>
  ts.isPropertyAccessExpression(callee) ? callee.name.text : callee.getText()

const callExpressions = nodes.filter(ts.isCallExpression)

const isDeclaration = (node: ts.Node) =>
  ts.isVariableDeclaration(node) || ts.isFunctionDeclaration(node)

const declarations = nodes.filter(isDeclaration)

/** The calls of a function of this file; another file may have a function of the same name. */
function callsOf(name: string, file: string) {
  const declaring = declarations
    .filter((one) => one.name?.getText() === name)
    .map((one) => one.getSourceFile().fileName)
  return callExpressions.filter((call) => {
    const { fileName } = call.getSourceFile()
    const isOwn = fileName === file || !declaring.includes(fileName)
    return nameOf(call.expression) === name && isOwn
  })
}

interface Text {
  readonly file: string
  readonly text: string
}

/** The function that a parameter belongs to, by the name under which it is called. */
function callsWith(name: ts.Identifier): readonly (ts.Expression | undefined)[] | undefined {
  for (let node: ts.Node = name; node.parent; node = node.parent) {
    if (!ts.isArrowFunction(node) && !ts.isFunctionDeclaration(node)) continue
    const index = node.parameters.findIndex((one) => one.name.getText() === name.text)
    if (index < 0) continue
    const holder = ts.isFunctionDeclaration(node) ? node : node.parent
    const called = 'name' in holder && holder.name ? (holder.name as ts.Node).getText() : undefined
    const fallback = node.parameters[index]?.initializer
    return (called ? callsOf(called, name.getSourceFile().fileName) : []).map(
      (call) => call.arguments[index] ?? fallback,
    )
  }
  return undefined
}

/** What an expression may be, at the call that decides it. */
function textsOf(expression: ts.Expression | undefined, depth = 0): readonly Text[] {
  if (!expression) return []
  const file = expression.getSourceFile().fileName
  if (ts.isStringLiteralLike(expression)) return [{ file, text: expression.text }]
  if (ts.isTemplateExpression(expression)) {
    return expression.templateSpans.reduce<readonly Text[]>(
      (heads, { expression: hole, literal }) =>
        heads.flatMap((head) =>
          textsOf(hole, depth + 1).map(({ file: at, text }) => ({
            file: at === file ? head.file : at,
            text: head.text + text + literal.text,
          })),
        ),
      [{ file, text: expression.head.text }],
    )
  }
  if (ts.isConditionalExpression(expression)) {
    return [expression.whenTrue, expression.whenFalse].flatMap((one) => textsOf(one, depth))
  }
  if (ts.isBinaryExpression(expression) && expression.operatorToken.getText() === '??') {
    return [expression.left, expression.right].flatMap((one) => textsOf(one, depth))
  }
  if (ts.isIdentifier(expression) && depth < 6) {
    const given = callsWith(expression)?.flatMap((one) => textsOf(one, depth + 1)) ?? []
    if (given.length > 0) return given
  }
  return [{ file, text: sampleOf(expression.getText()) }]
}

/** A value that only a request decides. */
function sampleOf(source: string): string {
  if (source === 'label') return 'PreSignUp'
  if (/attribute|name|provided|missing|one/i.test(source)) return 'email'
  return /status/.test(source) ? 'CONFIRMED' : 'X'
}

/** Everything that is thrown as an exception of the API, wherever in the sandbox. */
export const sandboxMessages: readonly SandboxMessage[] = nodes
  .filter(ts.isNewExpression)
  .filter(({ expression }) => expression.getText() === 'CognitoError')
  .flatMap((thrown) => {
    const [type, message] = thrown.arguments ?? []
    return textsOf(type).flatMap((type) =>
      textsOf(message).flatMap(({ file, text }) =>
        callersOf(thrown, file).map((file) => ({ file, type: type.text, message: text })),
      ),
    )
  })

/** The files that call the function which makes an error. */
function callersOf(thrown: ts.Node, file: string): readonly string[] {
  if (file !== 'errors.ts') return [file]
  let node = thrown
  while (!isDeclaration(node)) node = node.parent
  const { fileName } = node.getSourceFile()
  return callsOf(node.name?.getText() ?? '', fileName).map((call) => call.getSourceFile().fileName)
}

/** The files that one file leads to, itself included. */
export function reachedFrom(file: string, seen = new Set<string>()): ReadonlySet<string> {
  const source = files.get(file)
  if (!source || seen.has(file)) return seen
  seen.add(file)
  for (const statement of source.statements) {
    if (!ts.isImportDeclaration(statement) || statement.importClause?.isTypeOnly) continue
    const { text } = statement.moduleSpecifier as ts.StringLiteral
    if (text.startsWith('.')) reachedFrom(relative('.', join(dirname(file), text)), seen)
  }
  return seen
}

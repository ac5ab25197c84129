import { posix } from 'node:path'
import type { Binding, NodePath } from '@babel/traverse'
import type { Node } from '@babel/types'
import type { CodeFile } from './code-file.ts'

/** The configuration of a file, as the file of the auth has it. */
export interface MovedConfig {
  readonly imports: readonly string[]
  /** Constants that the configuration is made of. */
  readonly declarations: readonly string[]
  /** The expression. */
  readonly config: string
  /** Names that only the configuration has used: they go. */
  readonly unused: readonly Binding[]
}

/**
 * Moves an expression to another file, with the imports and constants of its own file that it needs.
 *
 * @param text the expression as it is to be there.
 * @param to the other file, without an extension.
 * @returns why it cannot be moved, or what to write
 */
export function moveConfig(
  file: CodeFile,
  expression: NodePath,
  to: string,
  text = file.source(expression.node),
): MovedConfig | string {
  const imports: string[] = []
  const declarations: string[] = []
  const unused: Binding[] = []
  const seen = new Set<Binding>()

  function take(path: NodePath): string | undefined {
    for (const binding of bindingsIn(path)) {
      if (seen.has(binding)) continue
      seen.add(binding)
      const isOnlyHere = binding.referencePaths.every((reference) =>
        isInside(reference, [path, expression]),
      )
      const { path: declared } = binding
      if (binding.kind === 'module') {
        const line = importLine(file, declared, to)
        if (line === undefined)
          return `${binding.identifier.name} is imported in a way that cannot be moved`
        imports.push(line)
      } else {
        const { parentPath: declaration } = declared
        const isConstant =
          binding.kind === 'const' &&
          declared.isVariableDeclarator() &&
          declared.get('id').isIdentifier() &&
          declaration?.parentPath?.isProgram() &&
          declaration.isVariableDeclaration() &&
          declaration.node.declarations.length === 1
        if (!isConstant) return `it uses ${binding.identifier.name} of this file`
        const failed = take(declared.get('init') as NodePath)
        if (failed) return failed
        declarations.push(file.source(declaration.node))
      }
      if (isOnlyHere) unused.push(binding)
    }
    return undefined
  }

  const failed = take(expression)
  if (failed) return failed
  return { imports, declarations, config: dedent(text), unused }
}

/** The bindings of the module that an expression uses. */
function bindingsIn(path: NodePath): readonly Binding[] {
  const found = new Set<Binding>()
  const look = (one: NodePath) => {
    if (!one.isIdentifier()) return
    const binding = one.scope.getBinding(one.node.name)
    const isReference = binding?.referencePaths.some(({ node }) => node === one.node)
    if (binding && isReference) found.add(binding)
  }
  look(path)
  path.traverse({ Identifier: look })
  return [...found]
}

function isInside(reference: NodePath, outer: readonly NodePath[]): boolean {
  return outer.some((one) => reference === one || reference.isDescendant(one))
}

/** The import of one name, with the path from the other file. */
function importLine(file: CodeFile, specifier: NodePath, to: string): string | undefined {
  const { parentPath: declaration } = specifier
  if (!declaration?.isImportDeclaration()) return undefined
  const { source } = declaration.node
  const module = source.value.startsWith('.')
    ? relativeModule(posix.join(posix.dirname(file.path), source.value), to)
    : source.value
  const name = file.source(specifier.node)
  const clause = specifier.isImportSpecifier() ? `{ ${name} }` : name
  const rest = file.text.slice(source.end ?? 0, declaration.node.end ?? 0).replace(/;$/, '')
  return `import ${clause} from '${module}'${rest}`
}

function relativeModule(path: string, from: string): string {
  const relative = posix.relative(posix.dirname(from), path)
  return relative.startsWith('.') ? relative : `./${relative}`
}

/** Without the spaces that all lines but the first one have. */
function dedent(text: string): string {
  const [first = '', ...lines] = text.split(/\r?\n/)
  const widths = lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/))
  const width = widths.length > 0 ? Math.min(...widths) : 0
  return [first, ...lines.map((line) => line.slice(width))].join('\n')
}

/** Removes what only the moved configuration has used. */
export function removeUnused(file: CodeFile, { unused }: MovedConfig): void {
  for (const { kind, path, identifier } of unused) {
    if (kind === 'module') file.imports.drop(identifier.name)
    else if (path.parentPath) removeStatement(file, path.parentPath.node)
  }
}

/** With its line, and one empty line after it if there is one before it, too. */
export function removeStatement({ edits, text }: CodeFile, { start, end }: Node): void {
  const from = start ?? 0
  const before = text.slice(0, from)
  const [rest = ''] = /^;?[ \t]*(?:\r?\n)?(?:[ \t]*\r?\n)?/.exec(text.slice(end ?? 0)) ?? []
  const isAfterGap = /(?:^|\n)\r?\n[ \t]*$/.test(before)
  const line = /^;?[ \t]*(?:\r?\n)?/.exec(rest)?.[0] ?? ''
  edits.remove(from, (end ?? 0) + (isAfterGap ? rest.length : line.length))
}

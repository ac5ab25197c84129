import { posix } from 'node:path'
import type { NodePath } from '@babel/traverse'
import type { ImportDeclaration, Node, Program } from '@babel/types'
import MagicString from 'magic-string'
import type { Finding, Rewritten } from './finding.ts'
import { ImportEdits } from './import-edits.ts'
import { type Origin, type Role, roleOf } from './libraries.ts'
import { linkTo } from './link-to.ts'
import type { EditedFile, OldImport } from './old-import.ts'
import { parseCode } from './parse-code.ts'

/** A file of the app: its code, what is changed in it, and what is left. */
export class CodeFile implements EditedFile {
  readonly path: string
  readonly text: string
  readonly edits: MagicString
  readonly program: NodePath<Program>
  readonly imports: ImportEdits
  readonly rewritten: Rewritten[] = []
  readonly findings: Finding[] = []
  readonly oldImports: readonly OldImport[]
  /** References to old imports that are gone, or are in the list. */
  readonly #done = new Set<Node>()
  readonly #listed = new Set<Node>()

  /** @throws SyntaxError for code that does not parse. */
  constructor(path: string, text: string, from: Origin | 'auto') {
    this.path = path
    this.text = text
    this.program = parseCode(path, text)
    this.edits = new MagicString(text)
    this.imports = new ImportEdits(this)
    this.oldImports = this.imports.declarations.flatMap((declaration) =>
      declaration.node.specifiers.flatMap((specifier) => {
        const name = importedName(specifier)
        const module = declaration.node.source.value
        const role = name === '*' ? namespaceRole(module, from) : roleOf(module, name, from)
        const { local } = specifier
        return role ? [{ role, name, local: local.name, module, declaration }] : []
      }),
    )
  }

  get isTypeScript(): boolean {
    return /\.[cm]?tsx?$/.test(this.path) || /<script[^>]*\blang=["']tsx?["']/.test(this.text)
  }

  get isVue(): boolean {
    return this.path.endsWith('.vue')
  }

  source({ start, end }: Node): string {
    return this.text.slice(start ?? 0, end ?? 0)
  }

  /** The references of an import: identifiers of code and of JSX. */
  referencesOf({ local }: OldImport): readonly NodePath[] {
    return this.program.scope.getBinding(local)?.referencePaths ?? []
  }

  /** The reference to an old import is rewritten. */
  done(reference: NodePath): void {
    this.#done.add(reference.node)
  }

  /** Whether a reference is rewritten or listed. */
  isSettled({ node }: NodePath): boolean {
    return this.#done.has(node) || this.#listed.has(node)
  }

  isDone({ node }: NodePath): boolean {
    return this.#done.has(node)
  }

  noteRewrite(node: Node, to: string): void {
    const { path } = this
    this.rewritten.push({ path, line: lineOf(node), from: this.#short(node), to })
  }

  /** Leaves it to the developer. `about` is the function that the link is about. */
  list(
    reference: NodePath,
    node: Node,
    { about, advice, kind = 'todo' }: { about: string; advice: string; kind?: Finding['kind'] },
    isIdentityJs = false,
  ): void {
    if (kind === 'todo') this.#listed.add(reference.node)
    const link = linkTo(about, isIdentityJs)
    const { path } = this
    this.findings.push({ path, line: lineOf(node), kind, what: this.#short(node), advice, link })
  }

  /** `name` from the file of the app with this path, which has no extension. */
  importFromApp(module: string, name: string): string {
    return this.imports.add(this.#relative(module), name, true)
  }

  /** Runs the file of the app with this path, unless the code imports a name of it. */
  importBare(module: string): void {
    this.imports.addBare(this.#relative(module))
  }

  #relative(module: string): string {
    const path = posix.relative(posix.dirname(this.path), module)
    return path.startsWith('.') ? path : `./${path}`
  }

  /** The code as it is with all edits; the same text when there are none. */
  finish(): string {
    this.imports.apply()
    const text = this.edits.toString()
    if (!this.text.includes('\r\n')) return text
    return text.replace(/\r?\n/g, '\r\n')
  }

  #short(node: Node): string {
    const line = this.source(node).replace(/\s+/g, ' ')
    return line.length > 80 ? `${line.slice(0, 77)}...` : line
  }
}

export function lineOf({ loc }: Node): number {
  return loc?.start.line ?? 1
}

function importedName(specifier: ImportDeclaration['specifiers'][number]): string {
  if (specifier.type === 'ImportDefaultSpecifier') return 'default'
  if (specifier.type === 'ImportNamespaceSpecifier') return '*'
  const { imported } = specifier
  return imported.type === 'Identifier' ? imported.name : imported.value
}

/** `import * as Auth from 'aws-amplify/auth'` has functions as its members. */
function namespaceRole(module: string, from: Origin | 'auto'): Role | undefined {
  const role = roleOf(module, '*', from)
  return role === 'function' || role === 'identity-js' ? role : undefined
}

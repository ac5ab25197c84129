import type { NodePath } from '@babel/traverse'
import type { ImportDeclaration, Node } from '@babel/types'
import type { EditedFile, OldImport } from './old-import.ts'

/** The imports of a file: which of them go, and which come. */
export class ImportEdits {
  readonly declarations: readonly NodePath<ImportDeclaration>[]
  readonly #file: EditedFile
  readonly #wanted = new Map<string, Map<string, string>>()
  /** Modules that are imported for what they do. */
  readonly #bare = new Set<string>()
  /** Names of the app that are to be removed from an import, as nothing uses them any more. */
  readonly #dropped = new Set<string>()
  readonly #renamed = new Map<string, string>()

  constructor(file: EditedFile) {
    this.#file = file
    this.declarations = file.program
      .get('body')
      .filter((path): path is NodePath<ImportDeclaration> => path.isImportDeclaration())
  }

  /**
   * The local name of `name` of a module, which is imported if it is not yet.
   *
   * @param isOwn a file of the app: with the extension that its other imports have.
   */
  add(module: string, name: string, isOwn = false): string {
    const from = isOwn ? `${module}${this.#extension()}` : module
    const present = this.#present(from, name)
    if (present) return present
    const names = this.#wanted.get(from) ?? new Map<string, string>()
    this.#wanted.set(from, names)
    const local = names.get(name) ?? this.#freeName(name)
    names.set(name, local)
    return local
  }

  /** Imports a file of the app for what it does, unless a name of it is imported. */
  addBare(module: string): void {
    this.#bare.add(`${module}${this.#extension()}`)
  }

  /** An import of the app that nothing uses any more. */
  drop(local: string): void {
    this.#dropped.add(local)
  }

  apply(): void {
    const { edits, text } = this.#file
    this.#renameOld()
    const removed: NodePath<ImportDeclaration>[] = []
    for (const declaration of this.declarations) {
      const gone = declaration.node.specifiers.filter(({ local }) => this.#isGone(local.name))
      const isRenamed = declaration.node.specifiers.some(({ local }) =>
        this.#renamed.has(local.name),
      )
      if (gone.length === 0 && !isRenamed) continue
      if (gone.length < declaration.node.specifiers.length) this.#keepOthers(declaration, gone)
      else removed.push(declaration)
    }
    const lines = this.#newLines()
    const [first, ...others] = removed
    for (const { node } of others) edits.remove(node.start ?? 0, lineEndAfter(text, node))
    if (first && lines.length === 0) {
      edits.remove(first.node.start ?? 0, lineEndAfter(text, first.node))
    } else if (first) {
      edits.overwrite(first.node.start ?? 0, first.node.end ?? 0, lines.join('\n'))
    } else if (lines.length > 0) this.#insert(lines)
  }

  /** Old imports that stay, and whose name a new one has. */
  #renameOld(): void {
    const locals = new Set([...this.#wanted.values()].flatMap((names) => [...names.values()]))
    for (const old of this.#file.oldImports) {
      if (!locals.has(old.local) || !this.#isUsed(old)) continue
      const to = `${old.local}OfAmplify`
      this.#renamed.set(old.local, to)
      for (const reference of this.#file.referencesOf(old)) {
        if (this.#file.isDone(reference)) continue
        const { start, end } = reference.node
        const isShorthand =
          reference.parentPath?.isObjectProperty() && reference.parentPath.node.shorthand
        this.#file.edits.update(start ?? 0, end ?? 0, isShorthand ? `${old.local}: ${to}` : to)
      }
    }
  }

  /** An old import that has no reference left. */
  #isGone(local: string): boolean {
    if (this.#dropped.has(local)) return true
    const old = this.#file.oldImports.find((one) => one.local === local)
    return old !== undefined && !this.#isUsed(old)
  }

  #isUsed(old: OldImport): boolean {
    const references = this.#file.referencesOf(old)
    if (references.some((reference) => !this.#file.isDone(reference))) return true
    // Types are no references for the parser.
    const inTypes = new RegExp(
      `(?:[:<|&,=(]|\\bas|\\btypeof|\\bkeyof|\\bextends)\\s*${old.local}\\b`,
    )
    const code = this.#file.edits.toString().replace(/^import\b[^'"]*/gm, '')
    return references.length === 0 && inTypes.test(code)
  }

  #keepOthers({ node }: NodePath<ImportDeclaration>, gone: ImportDeclaration['specifiers']): void {
    const others = node.specifiers.filter((specifier) => !gone.includes(specifier))
    const named = others.filter(({ type }) => type === 'ImportSpecifier')
    const text = (one: (typeof others)[number]) => {
      const renamed = this.#renamed.get(one.local.name)
      return renamed ? `${one.local.name} as ${renamed}` : this.#file.source(one)
    }
    const parts = [
      ...others
        .filter(({ type }) => type !== 'ImportSpecifier')
        .map((one) => this.#file.source(one)),
      ...(named.length > 0 ? [`{ ${named.map(text).join(', ')} }`] : []),
    ]
    const { start, source } = node
    const keyword = node.importKind === 'type' ? 'import type' : 'import'
    const clause = `${keyword} ${parts.join(', ')} from `
    this.#file.edits.overwrite(start ?? 0, source.start ?? 0, clause)
  }

  #newLines(): readonly string[] {
    const { quote, end } = this.#style()
    const line = (clause: string, module: string) =>
      `import ${clause}${quote}${module}${quote}${end}`
    const named = [...this.#wanted].map(([module, names]) => {
      const list = [...names].map(([name, local]) =>
        name === local ? name : `${name} as ${local}`,
      )
      return line(`{ ${list.join(', ')} } from `, module)
    })
    const bare = [...this.#bare]
      .filter((module) => !this.#wanted.has(module))
      .map((module) => line('', module))
    return [...named, ...bare].sort((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1))
  }

  #insert(lines: readonly string[]): void {
    const { edits, program } = this.#file
    const last = this.declarations.at(-1)
    if (last) {
      edits.appendLeft(last.node.end ?? 0, `\n${lines.join('\n')}`)
      return
    }
    const [first] = program.node.body
    edits.appendLeft(first?.start ?? 0, `${lines.join('\n')}\n\n`)
  }

  #present(module: string, name: string): string | undefined {
    for (const { node } of this.declarations) {
      if (node.source.value !== module || node.importKind === 'type') continue
      for (const specifier of node.specifiers) {
        if (specifier.type !== 'ImportSpecifier') continue
        const { imported, local } = specifier
        if (imported.type === 'Identifier' && imported.name === name) return local.name
      }
    }
    return undefined
  }

  /** `name`, unless something of the file has it that stays. */
  #freeName(name: string): string {
    if (this.#file.oldImports.some(({ local }) => local === name)) return name
    return hasName(this.#file, name) ? `${name}OfAuthchart` : name
  }

  #style() {
    const [first] = this.declarations
    const sample = first ? this.#file.source(first.node) : "import ''"
    return { quote: sample.includes('"') ? '"' : "'", end: sample.endsWith(';') ? ';' : '' }
  }

  /** As the other imports of files have it. */
  #extension(): string {
    const own = this.declarations.map(({ node }) => node.source.value)
    const [, extension = ''] =
      own.map((module) => /^\..*(\.[jt]sx?)$/.exec(module)).find((match) => match) ?? []
    return extension.replace('x', '')
  }
}

/** Packages come first; then by name. */
function orderOf(line: string): string {
  const [, module = ''] = /['"]([^'"]+)['"]/.exec(line) ?? []
  return `${module.startsWith('.') ? 1 : 0}${module}`
}

function hasName({ program }: EditedFile, name: string): boolean {
  let found = false
  const look = ({ bindings }: NodePath['scope']) => {
    const binding = Object.hasOwn(bindings, name) ? bindings[name] : undefined
    found ||= binding !== undefined && !isOfHook(binding.path)
  }
  look(program.scope)
  program.traverse({ Scope: ({ scope }) => look(scope) })
  return found
}

/** `const { signOut } = useAuthenticator()` goes, and is in a scope of its own if it stays. */
function isOfHook({ node }: NodePath): boolean {
  if (node.type !== 'VariableDeclarator' || node.init?.type !== 'CallExpression') return false
  const { callee } = node.init
  return callee.type === 'Identifier' && callee.name === 'useAuthenticator'
}

/** With the end of its line, if nothing else is on it. */
function lineEndAfter(text: string, { end }: Node): number {
  const [rest = ''] = /^[ \t]*(?:\r?\n)?/.exec(text.slice(end ?? 0)) ?? []
  return (end ?? 0) + rest.length
}

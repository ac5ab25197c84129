import type { NodePath } from '@babel/traverse'
import type { ImportDeclaration, Node, Program } from '@babel/types'
import type MagicString from 'magic-string'
import type { Role } from './libraries.ts'

/** A name that a file imports of a library. */
export interface OldImport {
  readonly role: Role
  /** As the library exports it; `default`, or `*` for all. */
  readonly name: string
  readonly local: string
  readonly module: string
  readonly declaration: NodePath<ImportDeclaration>
}

/** A file as the changes of its imports need it. */
export interface EditedFile {
  readonly text: string
  readonly edits: MagicString
  readonly program: NodePath<Program>
  readonly oldImports: readonly OldImport[]
  source(node: Node): string
  referencesOf(old: OldImport): readonly NodePath[]
  /** Whether a reference to an old import is rewritten. */
  isDone(reference: NodePath): boolean
}

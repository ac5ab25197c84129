import type { NodePath } from '@babel/traverse'
import type { AuthFiles } from './auth-files.ts'
import type { CodeFile } from './code-file.ts'

/** A call of a function of a library. */
export interface LibraryCall {
  readonly file: CodeFile
  /** The files of the app's auth, which the command writes. */
  readonly app: AuthFiles
  /** The reference to the import. */
  readonly reference: NodePath
  /** What is called: the reference, or a member of it. */
  readonly callee: NodePath
  readonly call: NodePath
  readonly isClassic: boolean
}

/** Rewrites a call. Otherwise it says why it cannot, and changes nothing. */
export type Rule = (call: LibraryCall) => string | undefined

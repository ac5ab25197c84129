/** Why a directory cannot be used. */
export type DataDirProblem =
  /** Another sandbox uses it. */
  | 'inUse'
  /** It belongs to another user pool. */
  | 'otherPool'
  /** A file in it was not written by a sandbox. The file is not changed. */
  | 'unreadable'

/** The data directory cannot be used. The message says why, and what to do. */
export class DataDirError extends Error {
  readonly problem: DataDirProblem
  /** The file that causes the problem. */
  readonly file: string

  constructor(problem: DataDirProblem, file: string, message: string) {
    super(message)
    this.name = 'DataDirError'
    this.problem = problem
    this.file = file
  }
}

export function unreadable(file: string, reason: string, line?: number): DataDirError {
  return new DataDirError(
    'unreadable',
    file,
    `${file}${line === undefined ? '' : `, line ${line},`} cannot be read as data of a sandbox: ${reason} Repair it, or move it away to start empty. Nothing was changed.`,
  )
}

/** Why a directory cannot be used. */
export type DataDirProblem =
  /** Another sandbox uses it. */
  | 'inUse'
  /** It has the users of another pool. */
  | 'otherPool'
  /** A file in it is not what a sandbox writes. It is left as it is. */
  | 'unreadable'

/** A data directory that cannot be used: the message says why, and what to do. */
export class DataDirError extends Error {
  readonly problem: DataDirProblem
  /** The file that stands in the way. */
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

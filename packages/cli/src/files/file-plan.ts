import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** A file that a command wants. */
export interface WantedFile {
  /** Relative to the folder of the app, with slashes. */
  readonly path: string
  readonly text: string
  /** It changes a file of the developer: what is there stays, and something is added. */
  readonly isEdit?: boolean
  /** Whether a text was written by this command line, and by no developer since. */
  readonly isOurs?: (text: string) => boolean
}

/** What has to be done for each file. */
export interface FilePlan {
  readonly written: readonly WantedFile[]
  /** Files that are as they should be. */
  readonly unchanged: readonly string[]
  /** Files that have another content, which is the developer's. */
  readonly existing: readonly WantedFile[]
}

/** Compares what is wanted with what is there. */
export function planFiles(folder: string, wanted: readonly WantedFile[]): FilePlan {
  const states = wanted.map((file) => ({ file, state: stateOf(folder, file) }))
  const inState = (state: string) =>
    states.filter((one) => one.state === state).map(({ file }) => file)
  return {
    written: inState('written'),
    unchanged: inState('unchanged').map(({ path }) => path),
    existing: inState('existing'),
  }
}

function stateOf(folder: string, { path, text, isEdit, isOurs }: WantedFile) {
  const place = join(folder, path)
  if (!existsSync(place)) return 'written'
  if (statSync(place).isDirectory()) throw new Error(`${path} is a folder; a file is to be there.`)
  const present = readFileSync(place, 'utf8')
  if (present === text) return 'unchanged'
  return isEdit || isOurs?.(present) ? 'written' : 'existing'
}

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

/** Compares what is wanted with what is there. The ends of lines are no difference: Git on Windows changes them. */
export function planFiles(folder: string, wanted: readonly WantedFile[]): FilePlan {
  const states = wanted.map((file) => {
    const present = textAt(folder, file.path)
    return { file: withLineEndsOf(present, file), state: stateOf(present, file) }
  })
  const inState = (state: string) =>
    states.filter((one) => one.state === state).map(({ file }) => file)
  return {
    written: inState('written'),
    unchanged: inState('unchanged').map(({ path }) => path),
    existing: inState('existing'),
  }
}

function textAt(folder: string, path: string): string | undefined {
  const place = join(folder, path)
  if (!existsSync(place)) return undefined
  if (statSync(place).isDirectory()) throw new Error(`${path} is a folder; a file is to be there.`)
  return readFileSync(place, 'utf8')
}

function stateOf(present: string | undefined, { text, isEdit, isOurs }: WantedFile) {
  if (present === undefined) return 'written'
  const lines = inUnixLines(present)
  if (lines === inUnixLines(text)) return 'unchanged'
  return isEdit || isOurs?.(lines) ? 'written' : 'existing'
}

/** A file of the developer that is changed keeps its line ends. */
function withLineEndsOf(present: string | undefined, file: WantedFile): WantedFile {
  if (!file.isEdit || !present?.includes('\r\n')) return file
  return { ...file, text: inUnixLines(file.text).replaceAll('\n', '\r\n') }
}

function inUnixLines(text: string): string {
  return text.replaceAll('\r\n', '\n')
}

import {
  closeSync,
  fsync,
  fsyncSync,
  ftruncateSync,
  openSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { promisify } from 'node:util'

const fsyncLater = promisify(fsync)

/** A file to which lines are appended. */
export interface Journal {
  /** In bytes. */
  readonly size: number
  /** Writes all of `text` before it returns. If it throws, nothing was written. */
  append(text: string): void
  /**
   * Replaces this file by one with these lines, one part at a time. Text appended meanwhile goes to
   * both files.
   */
  rewrite(lines: Iterable<string>): Promise<void>
  close(): void
}

class OpenFile {
  readonly #fd: number
  size: number

  constructor(path: string, flags: 'a' | 'w', size: number) {
    this.#fd = openSync(path, flags, 0o600)
    this.size = size
  }

  append(text: string): void {
    const bytes = Buffer.from(text)
    let written = 0
    try {
      while (written < bytes.length) written += writeSync(this.#fd, bytes, written)
    } catch (error) {
      // A partial line would corrupt the next one.
      if (written > 0) ftruncateSync(this.#fd, this.size)
      throw error
    }
    this.size += written
  }

  sync(): void {
    fsyncSync(this.#fd)
  }

  syncLater(): Promise<void> {
    return fsyncLater(this.#fd)
  }

  close(): void {
    closeSync(this.#fd)
  }
}

/** Writes a file atomically: after a power loss there is either the old or the new file. */
export function writeWhole(path: string, lines: Iterable<string>): void {
  const temporary = temporaryOf(path)
  const file = new OpenFile(temporary, 'w', 0)
  for (const text of lines) file.append(text)
  file.sync()
  file.close()
  renameSync(temporary, path)
}

const temporaryOf = (path: string) => `${path}.tmp`

/** Opens an existing file with `size` bytes of complete lines. */
export function openJournal(path: string, size: number): Journal {
  const temporary = temporaryOf(path)
  rmSync(temporary, { force: true })
  let file = new OpenFile(path, 'a', size)
  /** The file that will replace the current one. */
  let next: OpenFile | undefined

  const dropNext = () => {
    next?.close()
    next = undefined
    rmSync(temporary, { force: true })
  }

  return {
    get size() {
      return file.size
    },
    append(text) {
      file.append(text)
      try {
        next?.append(text)
      } catch {
        // The current file has the text. The next commit tries to rewrite it again.
        dropNext()
      }
    },
    async rewrite(lines) {
      if (next) return
      const mine = new OpenFile(temporary, 'w', 0)
      next = mine
      try {
        for (const text of lines) {
          mine.append(text)
          await nextTurn()
          if (next !== mine) return
        }
        await mine.syncLater()
        if (next !== mine) return
        renameSync(temporary, path)
        file.close()
        file = mine
        next = undefined
      } catch (error) {
        // The journal was closed meanwhile.
        if (next !== mine) return
        dropNext()
        throw error
      }
    },
    close() {
      dropNext()
      file.close()
    },
  }
}

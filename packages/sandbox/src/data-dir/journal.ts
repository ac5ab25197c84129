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

/** A file that grows line by line. */
export interface Journal {
  /** In bytes. */
  readonly size: number
  /** Has written all of it when it returns; throws when it cannot, and then has written nothing. */
  append(text: string): void
  /**
   * Puts a file with these lines in place of this one, a part at a time. What is appended meanwhile is
   * in the new one as well, after what was written of it before.
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
      // Half a line would spoil the one that follows.
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

/** Writes a file as a whole: there is the old one or the new one, also after a power loss. */
export function writeWhole(path: string, lines: Iterable<string>): void {
  const temporary = temporaryOf(path)
  const file = new OpenFile(temporary, 'w', 0)
  for (const text of lines) file.append(text)
  file.sync()
  file.close()
  renameSync(temporary, path)
}

const temporaryOf = (path: string) => `${path}.tmp`

/** Opens a file that is there and has `size` bytes of whole lines. */
export function openJournal(path: string, size: number): Journal {
  const temporary = temporaryOf(path)
  rmSync(temporary, { force: true })
  let file = new OpenFile(path, 'a', size)
  /** What takes the place of the file soon. */
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
        // The file itself has it. There will be another time to rewrite it.
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
        // Closed meanwhile: there is nothing to rewrite any more.
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

import { randomUUID } from 'node:crypto'
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isRecord } from '../input/reader.ts'
import { DataDirError } from './data-dir-error.ts'
import { processStart } from './process-start.ts'

interface Owner {
  readonly pid: number
  /** See `processStart`; undefined if the system did not say. */
  readonly started?: string | undefined
  /** Distinguishes the sandboxes of one process. */
  readonly nonce?: string | undefined
}

/** The locks of this process. */
const ours = new Set<string>()

/**
 * Locks a directory for one sandbox, so that no other sandbox overwrites its files. Returns a
 * function that releases the lock. The lock of a dead process does not count, even if another
 * program has its process id now.
 *
 * @throws DataDirError if another sandbox has the lock.
 */
export function lockDirectory(directory: string): () => void {
  const file = join(directory, 'sandbox.lock')
  const nonce = randomUUID()
  const { pid } = process
  const content = JSON.stringify({ pid, started: processStart(pid), nonce })
  for (let tries = 0; !create(file, content); tries += 1) {
    const owner = readOwner(file)
    if ((owner && isAlive(owner)) || tries > 10) throw inUse(directory, file, owner)
    remove(file, owner)
  }
  ours.add(nonce)
  return () => {
    ours.delete(nonce)
    remove(file, { pid, nonce })
  }
}

const inUse = (directory: string, file: string, owner: Owner | undefined) =>
  new DataDirError(
    'inUse',
    file,
    owner?.pid === process.pid
      ? `${directory} is in use by another sandbox of this process. Close it, or choose another directory. (${file})`
      : `${directory} is in use by process ${owner?.pid ?? 'unknown'}. Stop it, or choose another directory. If that process is no sandbox, delete ${file}.`,
  )

function create(file: string, content: string): boolean {
  try {
    writeFileSync(file, content, { flag: 'wx', mode: 0o600 })
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

/** Undefined if the lock is gone or incomplete. */
function readOwner(file: string): Owner | undefined {
  try {
    const content: unknown = JSON.parse(readFileSync(file, 'utf8'))
    // Earlier versions wrote the process id alone. That proves nothing: another program may have it
    // now.
    if (!isRecord(content) || typeof content.pid !== 'number') return undefined
    const { pid, started, nonce } = content
    return {
      pid,
      started: typeof started === 'string' ? started : undefined,
      nonce: typeof nonce === 'string' ? nonce : undefined,
    }
  } catch {
    return undefined
  }
}

function isAlive({ pid, started, nonce }: Owner): boolean {
  if (pid === process.pid) return nonce !== undefined && ours.has(nonce)
  if (!isRunning(pid)) return false
  const now = processStart(pid)
  return started === undefined || now === undefined || started === now
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Removes this owner's lock, but not a lock that another process created meanwhile. */
function remove(file: string, owner: Owner | undefined): void {
  const aside = `${file}.${randomUUID()}`
  try {
    renameSync(file, aside)
  } catch {
    return
  }
  const found = readOwner(aside)
  if (found && found.nonce !== owner?.nonce && create(file, readFileSync(aside, 'utf8'))) {
    rmSync(aside, { force: true })
    return
  }
  rmSync(aside, { force: true })
}

import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Takes a directory for this process, so that no other writes over what this one writes. Gives a
 * function that lets it go; a process that is gone has let go.
 *
 * @throws Error when another process has it.
 */
export const lockDirectory = (directory: string): (() => void) => {
  const file = join(directory, 'sandbox.lock')
  const owner = readOwner(file)
  if (owner !== undefined && owner !== process.pid && isRunning(owner)) {
    throw new Error(
      `${directory} is in use by process ${owner}. Stop it, or choose another directory.`,
    )
  }
  writeFileSync(file, String(process.pid))
  return () => rmSync(file, { force: true })
}

const readOwner = (file: string): number | undefined => {
  try {
    return Number(readFileSync(file, 'utf8')) || undefined
  } catch {
    return undefined
  }
}

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

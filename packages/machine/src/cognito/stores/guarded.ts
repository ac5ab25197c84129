import { loadFailures } from '../../errors/load-failures.ts'
import { ChunkError } from '../../platform/load-chunk.ts'
import { StorageError } from './storage-error.ts'

/** @throws StorageError, whose cause has no `secrets` and no objects; ChunkError */
export async function guarded<T>(
  work: () => Promise<T>,
  message: string,
  secrets: readonly string[] = [],
): Promise<T> {
  try {
    return await work()
  } catch (error) {
    // The storage itself is not there yet.
    if (error instanceof ChunkError) throw error
    // Where the cause cannot be made safe, it is left out.
    const failures = await loadFailures().catch(() => undefined)
    throw new StorageError(message, { cause: failures?.presentable(error, secrets) })
  }
}

/** Does what may fail. */
export async function attempt(work: () => unknown) {
  try {
    await work()
  } catch {
    // The caller goes on without it, or has another failure already.
  }
}

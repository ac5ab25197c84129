import { StorageError } from '../cognito/stores/storage-error.ts'
import { withDeadline } from '../concurrency/deadline.ts'
import { lazy } from '../platform/lazy.ts'
import type { AuthFailure } from './failure.ts'
import { readFailuresBy, toFailure } from './failure-reader.ts'

/** How long (ms) an error waits for the table. */
const longestMs = 2_000

/**
 * Loads the table of failures, and what hides secrets in errors.
 *
 * @throws ChunkError
 */
export const loadFailures = lazy(
  () => import('./failures.ts'),
  (failures) => {
    readFailuresBy(failures)
    return failures
  },
  'What reads failures',
)

/** Settles when errors are read by the table, or when it does not load. Never rejects. */
export async function failuresLoaded(): Promise<void> {
  await withDeadline(longestMs, loadFailures).catch(() => undefined)
}

/** An error as a failure, by the table where it can be loaded. Never rejects. */
export async function failureOf(thrown: unknown): Promise<AuthFailure> {
  await failuresLoaded()
  return toFailure(thrown)
}

/**
 * Settles as `work` does; an error has no secret of `input` and no objects. Ports may be the app's own: what they throw
 * reaches events, the inspection and the console. If the check does not load, it rejects with that error instead.
 */
export async function presentably<T>(work: () => Promise<T>, input: unknown): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const { presentable, secretsInInput } = await loadFailures().catch((missing) => {
      throw error instanceof StorageError ? error : missing
    })
    throw presentable(error, secretsInInput(input))
  }
}

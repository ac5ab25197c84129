/** The storage could not be read, written or cleared. */
export class StorageError extends Error {
  override readonly name = 'StorageError'
}

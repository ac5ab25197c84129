/**
 * The sandbox for bundlers that build for browsers: the same, without HTTP and without a data directory. It
 * imports no module of Node.
 *
 * @packageDocumentation
 */

import { browserHost } from './browser-host.ts'
import { type Sandbox, startSandbox } from './sandbox.ts'
import type { SandboxOptions } from './sandbox-options.ts'

export { DataDirError } from './data-dir/data-dir-error.ts'

/**
 * Creates a local Amazon Cognito inside a page. Its `listen` rejects, and `dataDir` is an error.
 *
 * @example
 * const sandbox = createSandbox({ storage: localStorage })
 * export const auth = createAuth({ config: sandbox.config, fetch: sandbox.fetch })
 *
 * @throws DataDirError if the storage cannot be used, Error for an invalid id or option.
 */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  return startSandbox(options, browserHost())
}

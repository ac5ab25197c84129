import { nodeHost } from './node-host.ts'
import { type Sandbox, startSandbox } from './sandbox.ts'
import type { SandboxOptions } from './sandbox-options.ts'

/**
 * Creates a local Amazon Cognito with one user pool and one app client.
 *
 * @example
 * const sandbox = createSandbox({
 *   pool: { MfaConfiguration: 'OPTIONAL', SoftwareTokenMfaConfiguration: { Enabled: true } },
 *   users: [{ username: 'ada@example.com', password: 'Password1!' }],
 * })
 * await sandbox.fetch(request) // in-process, a drop-in for fetch
 * const { config } = await sandbox.listen() // or over HTTP, in Node
 *
 * @throws DataDirError if the data directory or the storage cannot be used, Error for an invalid id or option.
 */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  return startSandbox(options, nodeHost)
}

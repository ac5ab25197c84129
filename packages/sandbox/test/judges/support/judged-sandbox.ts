import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import {
  createSandbox,
  type OutboxMessage,
  type PoolOptionsPatch,
  type Sandbox,
  type SandboxConfig,
  type SandboxOptions,
} from '../../../src/index.ts'
import { type RecordingProxy, startRecordingProxy } from './recording-proxy.ts'

export const password = 'Passw0rd!'

export interface JudgedSandbox {
  readonly sandbox: Sandbox
  /** Points to a proxy that judges each exchange. A test fails if there is a problem. */
  readonly config: SandboxConfig
  operations(): string[]
  /** Changes options of the pool, as UpdateUserPool and UpdateUserPoolClient do. */
  setPool(patch: PoolOptionsPatch): Promise<void>
  /** The code sent last to this address. */
  codeFor(address: string): Promise<string>
  /** An address that no other test uses. */
  newEmail(): string
}

/** Serves a sandbox over HTTP for the tests of a file. */
export function useJudgedSandbox(options: SandboxOptions = {}): JudgedSandbox {
  const sandbox = createSandbox(options)
  let proxy: RecordingProxy | undefined
  let users = 0

  beforeAll(async () => {
    const { config } = await sandbox.listen(0)
    proxy = await startRecordingProxy(config.endpoint)
  })
  afterEach(() => expect(running().takeProblems(), 'by the service model').toEqual([]))
  afterAll(async () => {
    await proxy?.close()
    await sandbox.close()
  })

  const running = (): RecordingProxy => {
    if (!proxy) throw new Error('The sandbox listens from the start of the tests.')
    return proxy
  }
  const control = (path: string, init?: RequestInit) =>
    sandbox.fetch(`${sandbox.config.controlUrl}${path}`, init)

  return {
    sandbox,
    get config() {
      const { origin } = running()
      return { ...sandbox.config, endpoint: origin, identityEndpoint: origin }
    },
    operations: () => running().operations(),
    async setPool(patch) {
      const response = await control('/pool', { method: 'PATCH', body: JSON.stringify(patch) })
      expect(response.status).toBe(200)
    },
    async codeFor(address) {
      const response = await control(`/outbox?to=${encodeURIComponent(address)}`, {
        headers: { accept: 'application/json' },
      })
      const [last] = (await response.json()) as readonly OutboxMessage[]
      return last?.code ?? 'no code'
    },
    newEmail() {
      users += 1
      return `user${users}@example.com`
    },
  }
}

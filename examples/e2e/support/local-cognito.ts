import {
  createSandbox,
  type Fault,
  type IdentityPoolOptionsPatch,
  type OutboxMessage,
  type PoolOptionsPatch,
  type Sandbox,
  type SandboxConfig,
  type SandboxServer,
  type Triggers,
} from '@authchart/sandbox'
import { Quiz } from './quiz.ts'

/** A sandbox that listens, with what tests do to it. */
export class LocalCognito {
  /** What the pool asks those who sign in with CUSTOM_AUTH. */
  readonly quiz = new Quiz()
  readonly #sandbox: Sandbox
  #server: SandboxServer | undefined
  #port = 0

  private constructor(triggers: Triggers) {
    this.#sandbox = createSandbox({ triggers: { ...this.quiz.triggers, ...triggers } })
  }

  static async start(triggers: Triggers = {}): Promise<LocalCognito> {
    const cognito = new LocalCognito(triggers)
    await cognito.comeUp()
    return cognito
  }

  get config(): SandboxConfig {
    return this.#sandbox.config
  }

  /** Its time, epoch ms. */
  get now(): number {
    return this.#sandbox.clock.now()
  }

  /** Listens, at the same port as before. */
  async comeUp(): Promise<void> {
    if (this.#server) return
    this.#server = await this.#sandbox.listen(this.#port)
    this.#port = this.#server.port
  }

  /** Really closes the port: no connection succeeds. */
  async goDown(): Promise<void> {
    await this.#server?.close()
    this.#server = undefined
  }

  async reset(): Promise<void> {
    await this.comeUp()
    await this.#control('POST', '/reset')
  }

  async advance(ms: number): Promise<void> {
    await this.#control('POST', '/clock', { advanceMs: ms })
  }

  /** Changes the pool and its client, until the next test. */
  async patchPool(patch: PoolOptionsPatch): Promise<void> {
    await this.#control('PATCH', '/pool', patch)
  }

  /** Changes the identity pool, until the next test. */
  async patchIdentityPool(patch: IdentityPoolOptionsPatch): Promise<void> {
    await this.#control('PATCH', '/identity-pool', patch)
  }

  async addFault(fault: Fault): Promise<void> {
    await this.#control('POST', '/faults', fault)
  }

  async clearFaults(): Promise<void> {
    await this.#control('DELETE', '/faults')
  }

  /** What was sent, newest first. */
  async outbox(): Promise<OutboxMessage[]> {
    const answer = await this.#sandbox.fetch(`${this.config.controlUrl}/outbox`, {
      headers: { accept: 'application/json' },
    })
    return (await answer.json()) as OutboxMessage[]
  }

  /** The last code that was sent to an address. */
  async lastCode(to: string): Promise<string> {
    const message = (await this.outbox()).find((message) => message.to === to)
    if (!message) throw new Error(`Nothing was sent to ${to}`)
    return message.code
  }

  /** Calls an operation as some other client or an administrator would. */
  async call(operation: string, request: object): Promise<unknown> {
    const answer = await this.#sandbox.fetch(this.config.endpoint, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`,
        authorization: 'AWS4-HMAC-SHA256 of an administrator',
      },
      body: JSON.stringify(request),
    })
    if (!answer.ok) throw new Error(`${operation}: ${await answer.text()}`)
    return answer.json()
  }

  /** Calls an operation on a user, as an administrator. */
  async administer(operation: string, username: string, request: object = {}): Promise<unknown> {
    const { userPoolId } = this.config
    return this.call(operation, { UserPoolId: userPoolId, Username: username, ...request })
  }

  async #control(method: string, path: string, body?: object): Promise<void> {
    const answer = await this.#sandbox.fetch(`${this.config.controlUrl}${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    })
    if (!answer.ok) throw new Error(`${method} ${path}: ${await answer.text()}`)
  }
}

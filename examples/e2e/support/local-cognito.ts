import {
  createSandbox,
  type Fault,
  type OutboxMessage,
  type SandboxConfig,
  type SandboxServer,
} from '@authchart/sandbox'

/** A sandbox that listens, with what tests do to it. */
export class LocalCognito {
  readonly #sandbox = createSandbox()
  #server: SandboxServer | undefined
  #port = 0

  static async start(): Promise<LocalCognito> {
    const cognito = new LocalCognito()
    await cognito.comeUp()
    return cognito
  }

  get config(): SandboxConfig {
    return this.#sandbox.config
  }

  /** Listens, at the same port as before. */
  async comeUp(): Promise<void> {
    if (this.#server) return
    this.#server = await this.#sandbox.listen(this.#port)
    this.#port = this.#server.port
  }

  /** Really closes the port: connections are refused. */
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
  async call(operation: string, request: object): Promise<void> {
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

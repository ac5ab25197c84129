import { type Passkeys, Secret } from '@authchart/machine'
import { createAuthenticator, type SoftwareAuthenticator } from '@authchart/sandbox/authenticator'
import type { Gate } from './gate.ts'

/** The passkeys of the browser: a software authenticator, whose dialogs wait for the walk. */
export class PagePasskeys {
  /** How the next dialog fails; `undefined`: not at all. */
  failure: Error | undefined
  /** What is offered to a user who signs in and has no passkey. */
  offer: 'prompt' | 'upgrade' | undefined
  /** Whether the browser lists passkeys at the field of the user name. */
  canAutofill = false
  readonly #origin: string
  #authenticator: SoftwareAuthenticator

  constructor(origin: string) {
    this.#origin = origin
    this.#authenticator = createAuthenticator({ origin })
  }

  /** The port of a page. */
  openPort(gate: Gate): Passkeys {
    const run =
      (kind: 'create' | 'get'): Passkeys['get'] =>
      async (request, options) => {
        await gate.pass(`passkeys.${kind}`, options)
        if (this.failure) throw this.failure
        return this.#sign(kind, request)
      }
    return {
      capabilities: async () => ({
        canSignIn: this.offer !== undefined,
        canAutofill: this.canAutofill,
        canUpgrade: this.offer === 'upgrade',
      }),
      get: run('get'),
      create: run('create'),
      signalAccepted: async () => undefined,
    }
  }

  /** Creates a passkey in another tab. */
  create(request: string): Promise<Secret> {
    return this.#sign('create', request)
  }

  async #sign(kind: 'create' | 'get', request: string): Promise<Secret> {
    // An authenticator that has a passkey of the user creates no other.
    if (kind === 'create') this.#authenticator = createAuthenticator({ origin: this.#origin })
    return new Secret(JSON.stringify(await this.#authenticator[kind](JSON.parse(request))))
  }
}

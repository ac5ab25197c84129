import {
  type AuthenticatorOptions,
  createAuthenticator,
  type Forgery,
  type SoftwareAuthenticator,
} from '@authchart/sandbox/authenticator'
import { PasskeyError, type PasskeyErrorName, Secret } from '../../../src/index.ts'
import type {
  AcceptedPasskeys,
  LastSignIn,
  PasskeyCapabilities,
  PasskeyOptions,
  Passkeys,
} from '../../../src/ports/index.ts'
import { createUser, openPage, type Page } from '../sandbox-auth.ts'

/** The origin of an app whose relying party is the sandbox's default. */
const appOrigin = 'http://localhost:5173'

/** A browser with a software authenticator. */
export interface Browser extends Passkeys {
  readonly authenticator: SoftwareAuthenticator
  can: PasskeyCapabilities
  /** How often an auth has looked what this browser can do. */
  looks: number
  /** What the next ceremonies contain in place of the truth. */
  forgery: Forgery
  /** How the next ceremonies fail; `undefined`: not at all. */
  failure: PasskeyErrorName | undefined
  /** The ceremonies, by their mediation. */
  readonly ceremonies: string[]
  readonly accepted: AcceptedPasskeys[]
}

export function openBrowser(options: Partial<AuthenticatorOptions> = {}): Browser {
  const authenticator = createAuthenticator({ origin: appOrigin, ...options })

  async function run(kind: 'create' | 'get', request: string, { mediation }: PasskeyOptions) {
    browser.ceremonies.push(`${kind} ${mediation ?? 'dialog'}`)
    if (browser.failure) throw new PasskeyError(browser.failure, 'As the test needs it')
    const credential = await authenticator[kind](JSON.parse(request), browser.forgery)
    return new Secret(JSON.stringify(credential))
  }

  const browser: Browser = {
    authenticator,
    can: { canSignIn: true, canAutofill: false, canUpgrade: false },
    looks: 0,
    forgery: {},
    failure: undefined,
    ceremonies: [],
    accepted: [],
    async capabilities() {
      browser.looks += 1
      return browser.can
    },
    get: (request, options) => run('get', request, options),
    create: (request, options) => run('create', request, options),
    signalAccepted: async (accepted) => {
      browser.accepted.push(accepted)
    },
  }
  return browser
}

export const passkeyPool = {
  Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'WEB_AUTHN'] } },
  ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_USER_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
  AllowedOAuthFlowsUserPoolClient: true,
} as const

/** A page over a pool with passkeys, and a user with a password. */
export async function openPasskeyPage(
  pool: object = {},
  options: Parameters<typeof openPage>[0] = {},
): Promise<Page> {
  const page = openPage({ ...options, pool: { ...passkeyPool, ...pool } })
  await createUser(page)
  return page
}

/** What `load` needs; without a prompt by default. */
export function withPasskeys(passkeys: Passkeys | undefined, passkeyPrompt = false) {
  return {
    passkeys,
    config: {
      passwordless: { factors: ['PASSKEY', 'PASSWORD'], passkeyPrompt },
      authenticationFlowType: 'USER_SRP_AUTH',
    },
  }
}

/** Stores the last sign-in in memory. */
export function memoryLastSignIn(last?: LastSignIn) {
  const store = {
    last,
    read: () => store.last,
    save: (next: LastSignIn) => {
      store.last = next
    },
  }
  return store
}

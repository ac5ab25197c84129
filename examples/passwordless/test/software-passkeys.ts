import { type Passkeys, Secret } from '@authchart/machine'
import { createAuthenticator } from '@authchart/sandbox/authenticator'

/** The passkeys of a browser, without a browser: `createAuth({ config, passkeys: softwarePasskeys() })`. */
export function softwarePasskeys(): Passkeys {
  const authenticator = createAuthenticator({ origin: 'http://localhost:5173' })
  return {
    capabilities: async () => ({ canSignIn: true, canAutofill: true, canUpgrade: false }),
    get: async (request) =>
      new Secret(JSON.stringify(await authenticator.get(JSON.parse(request)))),
    create: async (request) =>
      new Secret(JSON.stringify(await authenticator.create(JSON.parse(request)))),
    signalAccepted: async () => undefined,
  }
}

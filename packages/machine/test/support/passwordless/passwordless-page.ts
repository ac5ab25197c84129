import { createAuthenticator } from '@authchart/sandbox/authenticator'
import type { Auth } from '../../../src/index.ts'
import type { Passkeys } from '../../../src/ports/index.ts'
import { Secret } from '../../../src/secret.ts'
import { mustCallCognito, openPage, type Page, password, settled } from '../sandbox-auth.ts'

export const phone = '+4915112345678'

/** A pool with every first factor, and an app that is configured for it. */
export function openPasswordlessPage(): Page {
  return openPage({ pool: { Passwordless: true } })
}

export const passwordless = { passwordless: { passkeyPrompt: false } }

/** A browser with a software authenticator; `pick` takes a passkey from the list of a field. */
export function browserPasskeys() {
  const authenticator = createAuthenticator({ origin: 'http://localhost:5173' })
  const lists: { request: string; signal: AbortSignal; give(credential: Secret): void }[] = []
  const dialogs: string[] = []
  const sign = async (request: string) =>
    new Secret(JSON.stringify(await authenticator.get(JSON.parse(request))))
  let isCancelled = false

  const passkeys: Passkeys = {
    capabilities: async () => ({ canSignIn: true, canAutofill: true, canUpgrade: false }),
    async get(request, { signal, mediation }) {
      if (mediation === 'conditional') {
        return new Promise((give, fail) => {
          lists.push({ request, signal, give })
          signal.addEventListener('abort', () => fail(signal.reason))
        })
      }
      dialogs.push(request)
      if (isCancelled) throw new DOMException('The user has closed the dialog', 'NotAllowedError')
      return sign(request)
    },
    create: async (request) =>
      new Secret(JSON.stringify(await authenticator.create(JSON.parse(request)))),
    signalAccepted: async () => undefined,
  }

  return {
    passkeys,
    lists,
    dialogs,
    /** The user closes every dialog from now on, or no longer does. */
    cancel(on: boolean) {
      isCancelled = on
    },
    async pick() {
      const list = lists.at(-1)
      if (!list) throw new Error('There is no list')
      list.give(await sign(list.request))
    },
    /** Registers a passkey for the user who is signed in. */
    async register(page: Page, auth: Auth) {
      const { accessToken: AccessToken } = await auth.getSession()
      const started = (await mustCallCognito(page, 'StartWebAuthnRegistration', {
        AccessToken,
      })) as {
        CredentialCreationOptions: Parameters<typeof authenticator.create>[0]
      }
      const Credential = await authenticator.create(started.CredentialCreationOptions)
      await mustCallCognito(page, 'CompleteWebAuthnRegistration', { AccessToken, Credential })
    },
  }
}

/** Signs in by the password, in the choice of the first factor. */
export async function signInByPassword(auth: Auth, username: string) {
  ;(await settled(auth, 'signIn')).submit({ username, password })
  return settled(auth, 'signedIn')
}

export async function signOut(auth: Auth) {
  const view = await settled(auth, 'signedIn')
  view.signOut()
  return settled(auth, 'signIn')
}

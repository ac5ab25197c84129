import {
  AuthenticationDetails,
  CognitoUser,
  CognitoUserPool,
  type CognitoUserSession,
  type ICognitoStorage,
} from 'amazon-cognito-identity-js'
import { onTestFinished, vi } from 'vitest'
import { email, type Page, password } from './sandbox-auth.ts'

/** Sends what libraries fetch in this test to the page's sandbox. */
export function fetchFromSandbox({ sandbox }: Page): void {
  const real = globalThis.fetch
  globalThis.fetch = (input, init) =>
    sandbox.fetch(input instanceof Request ? input : new URL(input), init)
  onTestFinished(() => {
    globalThis.fetch = real
  })
}

/** `amazon-cognito-identity-js` as an app uses it, over a storage. */
export function stockIdentityJs({ sandbox }: Page, Storage: ICognitoStorage) {
  const { userPoolId: UserPoolId, userPoolClientId: ClientId, endpoint } = sandbox.config
  const Pool = new CognitoUserPool({ UserPoolId, ClientId, endpoint, Storage })

  return {
    signIn(flow: 'USER_SRP_AUTH' | 'USER_PASSWORD_AUTH') {
      const user = new CognitoUser({ Username: email, Pool, Storage })
      user.setAuthenticationFlowType(flow)
      const details = new AuthenticationDetails({ Username: email, Password: password })
      return new Promise<CognitoUserSession>((onSuccess, onFailure) =>
        user.authenticateUser(details, { onSuccess, onFailure }),
      )
    },

    /** The session that it finds, and the name it finds it under. */
    async find() {
      const user = Pool.getCurrentUser()
      if (!user) throw new Error('It finds no user')
      const session = await new Promise<CognitoUserSession>((resolve, reject) =>
        user.getSession((error: Error | null, session: CognitoUserSession | null) =>
          session ? resolve(session) : reject(error),
        ),
      )
      return { username: user.getUsername(), session }
    },
  }
}

/** For a library that wants all of a `Storage`. */
export function storageOver(items: Map<string, string>): ICognitoStorage {
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
    clear: () => items.clear(),
  }
}

/** Amplify warns of every endpoint that is not AWS's. */
export function hushWarnings(): void {
  const spy = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  onTestFinished(() => spy.mockRestore())
}

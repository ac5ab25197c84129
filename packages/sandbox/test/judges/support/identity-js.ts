import {
  AuthenticationDetails,
  CognitoUser,
  CognitoUserAttribute,
  CognitoUserPool,
  type CognitoUserSession,
  type ICognitoStorage,
  type ISignUpResult,
} from 'amazon-cognito-identity-js'
import type { SandboxConfig } from '../../../src/index.ts'

/** In memory and of one user agent: the library's own store is shared by the whole process. */
export const createStorage = (): ICognitoStorage & { readonly items: Map<string, string> } => {
  const items = new Map<string, string>()
  return {
    items,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
    clear: () => items.clear(),
  }
}

type Callback<T> = (error?: Error | null, result?: T) => void

/** A method of the library that ends in a Node callback, as a promise. */
export const settled = <T>(start: (callback: Callback<T>) => void): Promise<T> =>
  new Promise((resolve, reject) => {
    start((error, result) => {
      if (error) reject(error)
      else if (result === undefined) reject(new Error('Neither error nor result'))
      else resolve(result)
    })
  })

/** One browser, as it were: a pool object and its storage. */
export const createIdentityJs = (config: SandboxConfig) => {
  const Storage = createStorage()
  const pool = new CognitoUserPool({
    UserPoolId: config.userPoolId,
    ClientId: config.userPoolClientId,
    endpoint: config.endpoint,
    Storage,
  })
  const userOf = (Username: string) => new CognitoUser({ Username, Pool: pool, Storage })

  const signUp = (email: string, password: string) =>
    settled<ISignUpResult>((done) => {
      const attributes = [new CognitoUserAttribute({ Name: 'email', Value: email })]
      pool.signUp(email, password, attributes, [], done)
    })

  const signIn = (user: CognitoUser, Username: string, Password: string) =>
    new Promise<CognitoUserSession>((resolve, reject) => {
      const challenged = (...details: unknown[]) =>
        reject(new Error(`Unexpected challenge ${JSON.stringify(details)}`))
      user.authenticateUser(new AuthenticationDetails({ Username, Password }), {
        onSuccess: resolve,
        onFailure: reject,
        newPasswordRequired: challenged,
        mfaRequired: challenged,
        totpRequired: challenged,
        customChallenge: challenged,
        mfaSetup: challenged,
        selectMFAType: challenged,
      })
    })

  const getSession = (user: CognitoUser) =>
    new Promise<CognitoUserSession>((resolve, reject) => {
      user.getSession((error: Error | null, session: CognitoUserSession | null) => {
        if (session) resolve(session)
        else reject(error)
      })
    })

  return { pool, storage: Storage, userOf, signUp, signIn, getSession }
}

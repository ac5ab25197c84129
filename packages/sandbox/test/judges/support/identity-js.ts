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
import { useNativePowers } from './native-powers.ts'

useNativePowers()

/** In memory and of one user agent: the library's own store is shared by the whole process. */
function createStorage(): ICognitoStorage & { readonly items: Map<string, string> } {
  const items = new Map<string, string>()
  return {
    items,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
    clear: () => items.clear(),
  }
}

interface Steps {
  onSuccess(result: CognitoUserSession, isConfirmationNecessary?: boolean): void
  newPasswordRequired(attributes: object, missing: string[]): void
  mfaRequired(name: string, parameters: object): void
  totpRequired(name: string, parameters: object): void
  mfaSetup(name: string, parameters: object): void
  selectMFAType(name: string, parameters: object): void
  customChallenge(parameters: Record<string, string>): void
  associateSecretCode(secret: string): void
  inputVerificationCode(data: object): void
}

type Step = { [K in keyof Steps]: [K, ...Parameters<Steps[K]>] }[keyof Steps]

/** Which of its callbacks the library calls, and with what; `onFailure` rejects. */
export function stepOf(
  start: (callbacks: Record<keyof Steps | 'onFailure', (...details: unknown[]) => void>) => void,
): Promise<Step> {
  return new Promise((resolve, reject) => {
    const called =
      (name: keyof Steps) =>
      (...details: unknown[]) =>
        resolve([name, ...details] as Step)
    start({
      onFailure: reject,
      onSuccess: called('onSuccess'),
      newPasswordRequired: called('newPasswordRequired'),
      mfaRequired: called('mfaRequired'),
      totpRequired: called('totpRequired'),
      mfaSetup: called('mfaSetup'),
      selectMFAType: called('selectMFAType'),
      customChallenge: called('customChallenge'),
      associateSecretCode: called('associateSecretCode'),
      inputVerificationCode: called('inputVerificationCode'),
    })
  })
}

/** The session of the step that is a sign-in's last. */
export function sessionOf(step: Step): CognitoUserSession {
  if (step[0] !== 'onSuccess') throw new Error(`Unexpected challenge ${JSON.stringify(step)}`)
  return step[1]
}

type Callback<T> = (error?: Error | null, result?: T) => void

/** A method of the library that ends in a Node callback, as a promise. */
export function settled<T>(start: (callback: Callback<T>) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    start((error, result) => {
      if (error) reject(error)
      else if (result === undefined) reject(new Error('Neither error nor result'))
      else resolve(result)
    })
  })
}

/** Simulates one browser: a pool object and its storage. */
export function createIdentityJs(config: SandboxConfig) {
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

  /** Signs in with the password; a challenge can follow. */
  const begin = (user: CognitoUser, Username: string, Password: string) =>
    stepOf((callbacks) =>
      user.authenticateUser(new AuthenticationDetails({ Username, Password }), callbacks),
    )

  const signIn = async (user: CognitoUser, Username: string, Password: string) =>
    sessionOf(await begin(user, Username, Password))

  const getSession = (user: CognitoUser) =>
    new Promise<CognitoUserSession>((resolve, reject) => {
      user.getSession((error: Error | null, session: CognitoUserSession | null) => {
        if (session) resolve(session)
        else reject(error)
      })
    })

  return { pool, storage: Storage, userOf, signUp, begin, signIn, getSession }
}

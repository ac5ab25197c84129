import {
  AuthenticationDetails,
  CognitoUser,
  CognitoUserPool,
  type CognitoUserSession,
} from 'amazon-cognito-identity-js'
import { generateSync } from 'otplib'
import { createSandbox } from '../../src/browser.ts'
import type { OutboxMessage, SandboxStorage } from '../../src/index.ts'

declare const localStorage: SandboxStorage

/** The user pool and AWS's client in one page, without a server. */
const sandbox = createSandbox({
  pool: { MfaConfiguration: 'OPTIONAL', SoftwareTokenMfaConfiguration: { Enabled: true } },
  storage: localStorage,
})
const { endpoint, userPoolId, userPoolClientId } = sandbox.config
const Pool = new CognitoUserPool({
  UserPoolId: userPoolId,
  ClientId: userPoolClientId,
  endpoint,
})
// The library can be given none.
globalThis.fetch = sandbox.fetch

const Username = 'ada@example.com'
const Password = 'Correct-horse-7'

type Done = (error?: Error | null, result?: unknown) => void

const settled = (start: (done: Done) => void) =>
  new Promise<unknown>((resolve, reject) => {
    start((error, result) => (error ? reject(error) : resolve(result)))
  })

/** Signs in by SRP, and with a code of the app if the pool requires one. */
function authenticate(user: CognitoUser, key?: string) {
  return new Promise<CognitoUserSession>((resolve, reject) => {
    const callbacks = {
      onSuccess: resolve,
      onFailure: reject,
      totpRequired() {
        if (key === undefined) return reject(new Error('A code is required'))
        user.sendMFACode(generateSync({ secret: key }), callbacks, 'SOFTWARE_TOKEN_MFA')
      },
    }
    user.authenticateUser(new AuthenticationDetails({ Username, Password }), callbacks)
  })
}

async function lastCode(): Promise<string> {
  const response = await sandbox.fetch(`${sandbox.config.controlUrl}/outbox`, {
    headers: { accept: 'application/json' },
  })
  const [message] = (await response.json()) as OutboxMessage[]
  return message?.code ?? ''
}

const page = {
  hasNode: () => 'process' in globalThis || 'Buffer' in globalThis,

  async signUp() {
    await settled((done) => Pool.signUp(Username, Password, [], [], done))
    const code = await lastCode()
    await settled((done) =>
      new CognitoUser({ Username, Pool }).confirmRegistration(code, true, done),
    )
  },

  /** The claim `email` of the ID token. */
  async signIn(key?: string): Promise<unknown> {
    const session = await authenticate(new CognitoUser({ Username, Pool }), key)
    return session.getIdToken().decodePayload().email
  },

  /** Sets an authenticator app up; returns its key. */
  async setUpApp(): Promise<string> {
    const user = new CognitoUser({ Username, Pool })
    await authenticate(user)
    const key = await new Promise<string>((associateSecretCode, onFailure) => {
      user.associateSoftwareToken({ associateSecretCode, onFailure })
    })
    const past = Math.floor(Date.now() / 1000) - 30
    await new Promise((onSuccess, onFailure) => {
      const code = generateSync({ secret: key, epoch: past })
      user.verifySoftwareToken(code, 'app', { onSuccess, onFailure })
    })
    const preference = { Enabled: true, PreferredMfa: true }
    await settled((done) => user.setUserMfaPreference(null, preference, done))
    return key
  },
}

export type SandboxPage = typeof page

declare global {
  var sandboxPage: SandboxPage
}

globalThis.sandboxPage = page

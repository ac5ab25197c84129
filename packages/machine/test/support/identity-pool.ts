import { createSandbox, type Sandbox } from '@authchart/sandbox'
import { onTestFinished } from 'vitest'
import { memoryStorage } from '../../src/adapters/memory/memory-storage.ts'
import { identityPool as openPool } from '../../src/cognito/identity-pool/index.ts'
import { parseConfig } from '../../src/cognito/index.ts'
import {
  CredentialsKeeper,
  type CredentialsLogin,
} from '../../src/credentials/credentials-keeper.ts'
import { Secret } from '../../src/index.ts'
import type { Clock, IdentityPool } from '../../src/ports/index.ts'
import type { KeyValueStorage } from '../../src/ports/key-value-storage.ts'

/** An app that requests AWS credentials; the user of `login` is signed in. */
export interface CredentialsApp {
  readonly sandbox: Sandbox
  readonly identityPool: IdentityPool
  readonly credentials: CredentialsKeeper
  readonly stored: Map<string, string>
  /** Operations that were sent. */
  readonly sent: string[]
  login: CredentialsLogin | undefined
  /** What stands between the app and the sandbox, where a test puts something there. */
  between?: ((operation: string, send: () => Promise<Response>) => Promise<Response>) | undefined
}

export function openCredentials({
  options = {},
  sandbox = createSandbox(options),
  config = {},
  storage,
  clock = sandbox.clock,
  timeoutMs = 5_000,
}: {
  options?: Parameters<typeof createSandbox>[0]
  sandbox?: Sandbox
  /** Laid over the sandbox's own. */
  config?: object
  storage?: KeyValueStorage
  /** The app's own, which may be wrong. */
  clock?: Clock
  timeoutMs?: number
} = {}): CredentialsApp {
  const stored = new Map<string, string>()
  const sent: string[] = []
  const identityPool = openPool({
    config: parseConfig({ ...sandbox.config, ...config }),
    identityPoolId: sandbox.config.identityPoolId,
    fetch: (input, init) => {
      const operation = String(new Headers(init?.headers).get('x-amz-target')).split('.')[1] ?? ''
      sent.push(operation)
      const send = async () =>
        sandbox.fetch(input instanceof Request ? input : new URL(input), init)
      return app.between?.(operation, send) ?? send()
    },
  })
  const app: CredentialsApp = {
    sandbox,
    identityPool,
    stored,
    sent,
    login: undefined,
    credentials: new CredentialsKeeper({
      identityPool,
      clock,
      storage: storage ?? memoryStorage(stored),
      getLogins: async () => app.login,
      getUserId: () => app.login?.userId,
      getGeneration: () => 0,
      timeoutMs,
    }),
  }
  onTestFinished(() => app.credentials.stop())
  return app
}

/** What the sandbox knows of an access key, as AWS STS would; `undefined` for one it has not issued. */
export async function issued(
  { sandbox }: Pick<CredentialsApp, 'sandbox'>,
  { accessKeyId }: { accessKeyId: string },
): Promise<
  | {
      identityId: string
      isAuthenticated: boolean
      secretKey: string
      sessionToken: string
      expiresAt: number
    }
  | undefined
> {
  const response = await sandbox.fetch(`${sandbox.config.controlUrl}/credentials/${accessKeyId}`)
  return response.ok ? response.json() : undefined
}

/** A login with a token of Google. */
export function google(user: string): CredentialsLogin {
  return {
    userId: user,
    logins: new Secret({ 'accounts.google.com': unsigned({ sub: user }) }),
  }
}

const unsigned = (claims: object) =>
  [...[{ alg: 'none' }, claims].map((part) => btoa(JSON.stringify(part))), 'x'].join('.')

/** Calls the identity pool as an administrator would. */
export async function callIdentityPool(
  { sandbox }: Pick<CredentialsApp, 'sandbox'>,
  operation: string,
  body: object,
): Promise<Record<string, unknown>> {
  const response = await sandbox.fetch(sandbox.config.identityEndpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `AWSCognitoIdentityService.${operation}`,
      authorization: 'AWS4-HMAC-SHA256 test',
    },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`${operation}: ${await response.text()}`)
  return response.json()
}

import { browserPasskeys, loadWebAuthn } from './adapters/browser/browser-passkeys.ts'
import { lazyCookies } from './adapters/browser/lazy-cookies.ts'
import { lazyScreenStore } from './adapters/browser/lazy-screen-store.ts'
import { loadAhead } from './adapters/browser/load-ahead.ts'
import { pageLife } from './adapters/browser/page-life.ts'
import { pageNavigator } from './adapters/browser/page-navigator.ts'
import { storedLastSignIn } from './adapters/browser/stored-last-sign-in.ts'
import { storedPasskeyNotes } from './adapters/browser/stored-passkey-notes.ts'
import { tabChannel } from './adapters/browser/tab-channel.ts'
import { webStorage } from './adapters/browser/web-storage.ts'
import { memoryVault } from './adapters/memory/memory-vault.ts'
import type { AuthConfig } from './cognito/config/auth-config.ts'
import { type CognitoConfig, parseConfig } from './cognito/config/config.ts'
import { authorizationServer, cognitoHostedUi } from './cognito/hosted-ui/hosted-ui.ts'
import type { IdentityPoolOptions } from './cognito/identity-pool/identity-pool.ts'
import { lazyUserPool } from './cognito/lazy-user-pool.ts'
import { federatedKey, ownFederatedKey } from './cognito/stores/federated-keys.ts'
import { sessionStore } from './cognito/stores/session-store.ts'
import { withClockDrift } from './cognito/stores/with-clock-drift.ts'
import { awsHost } from './cognito/transport/aws-host.ts'
import type { RefreshHandlers } from './credentials/provider-federation.ts'
import { ConfigError } from './errors/auth-errors.ts'
import { loadFederation } from './load-federation.ts'
import { lazy } from './platform/lazy.ts'
import { requireGlobals } from './platform/require-globals.ts'
import type { AuthPorts, Clock, IdentityPool, Navigator, Passkeys } from './ports/index.ts'
import type { KeyValueStorage } from './ports/key-value-storage.ts'

export interface CognitoOptions {
  /**
   * `{ userPoolId, userPoolClientId, region?, endpoint? }`, the sandbox's JSON line,
   * `amplify_outputs.json`, `aws-exports.js`, or what `Amplify.configure` takes.
   */
  config: AuthConfig
  /** Where tokens are stored: by default the cookies of `cookieStorage` in `config`, or else `localStorage`. */
  storage?: KeyValueStorage | undefined
  /** Instead of the global `fetch`. */
  fetch?: typeof globalThis.fetch | undefined
  clock?: Clock | undefined
  /** Opens the hosted UI if this page is not left for it: React Native, a popup. */
  navigator?: Navigator | undefined
  /**
   * `identityPool` of `@authchart/machine/identity-pool`, for AWS credentials of the configuration's
   * `identityPoolId`. Only that entry imports the AWS SDK.
   */
  identityPool?: ((options: IdentityPoolOptions) => IdentityPool) | undefined
  /** The passkeys of another platform than a browser, e.g. of React Native. */
  passkeys?: Passkeys | undefined
  /** `false`: who has signed in last, and how, is not stored. A “never” to the prompt for a passkey is then for all users. */
  rememberLastSignIn?: boolean | undefined
  /** By provider of `federatedSignIn`: each returns the next token when the last one expires. */
  refreshHandlers?: RefreshHandlers | undefined
}

/**
 * The ports over a Cognito user pool.
 *
 * @throws ConfigError
 */
export function cognitoPorts({
  config,
  storage,
  fetch,
  clock = Date,
  navigator = pageNavigator,
  identityPool,
  passkeys = browserPasskeys,
  rememberLastSignIn = true,
  refreshHandlers = {},
}: CognitoOptions): AuthPorts {
  requireGlobals()
  const pool = parseConfig(config)
  if (storage && typeof storage.getItem !== 'function') {
    throw new ConfigError('"storage" has no getItem(): pass e.g. cookieStorage() of /browser')
  }
  // Looked up at each request: others may replace the global one later.
  const send: typeof globalThis.fetch = fetch ?? ((...request) => globalThis.fetch(...request))
  const tokenStorage =
    storage ?? (pool.cookieStorage ? lazyCookies(pool.cookieStorage) : webStorage('localStorage'))
  const name = `authchart.${pool.userPoolClientId}`
  const loadUserPool = lazy(
    () => import('./cognito/open-user-pool.ts'),
    ({ openUserPool }) => openUserPool({ config: pool, fetch: send, clock, storage: tokenStorage }),
    'What sends requests to Cognito',
  )
  loadAhead(loadUserPool)
  const loadLock = lazy(
    () => import('./adapters/browser/tab-lock.ts'),
    ({ tabLock }) => tabLock(name),
    'The lock of the tabs',
  )
  const hasPasskeys = pool.passwordless?.factors.includes('PASSKEY')
  // A dialog has to open soon after the click that requests it.
  if (hasPasskeys && passkeys === browserPasskeys) loadAhead(loadWebAuthn)
  return {
    userPool: lazyUserPool(pool, loadUserPool),
    hostedUi:
      pool.hostedUi &&
      cognitoHostedUi({
        config: pool.hostedUi,
        clientId: pool.userPoolClientId,
        server: authorizationServer(pool.hostedUi.origin, issuerOf(pool)),
        navigator,
        storage: tokenStorage,
        clock,
        fetch: send,
      }),
    identityPool:
      pool.identityPoolId === undefined
        ? undefined
        : identityPool?.({ config: pool, identityPoolId: pool.identityPoolId, fetch: send }),
    identityStorage: tokenStorage,
    federation: {
      async refresh(...tokens) {
        const { providerFederation } = await loadFederation()
        return providerFederation(refreshHandlers).refresh(...tokens)
      },
    },
    tokenStore: withClockDrift(
      sessionStore({
        storage: tokenStorage,
        clientId: pool.userPoolClientId,
        userPoolId: pool.userPoolId,
        hasIdentityPool: pool.identityPoolId !== undefined,
      }),
      { storage: tokenStorage, clientId: pool.userPoolClientId, clock },
    ),
    screenStore: lazyScreenStore(pool.userPoolClientId),
    vault: memoryVault(clock),
    passkeys,
    lastSignIn: rememberLastSignIn ? storedLastSignIn(pool.userPoolClientId) : undefined,
    passkeyNotes: rememberLastSignIn ? undefined : storedPasskeyNotes(pool.userPoolClientId),
    clock,
    channel: tabChannel(name, (key) => isSessionKey(key, pool.userPoolClientId)),
    lock: { hold: async (work, options) => (await loadLock()).hold(work, options) },
    pageLife,
  }
}

/** `iss` of its tokens: always the service's own, wherever `endpoint` leads. */
const issuerOf = ({ region, userPoolId }: CognitoConfig) =>
  `https://${awsHost('cognito-idp', region)}/${userPoolId}`

/** Whether `key` is written last on sign-in, sign-out and refresh. When it changes, the write is complete. */
const isSessionKey = (key: string, clientId: string) =>
  key === federatedKey ||
  key === ownFederatedKey(clientId) ||
  (key.startsWith(`CognitoIdentityServiceProvider.${clientId}.`) &&
    /\.(LastAuthUser|accessToken)$/.test(key))

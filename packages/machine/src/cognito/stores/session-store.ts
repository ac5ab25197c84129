import { ConfigError } from '../../errors/auth-errors.ts'
import { loadFederation } from '../../load-federation.ts'
import type { ProviderToken, TokenStore } from '../../ports/index.ts'
import type { KeyValueStorage } from '../../ports/key-value-storage.ts'
import type { Secret } from '../../secret.ts'
import { isUserPool } from '../../tokens/token-facts.ts'
import { clearFederated } from './clear-federated.ts'
import { federatedKey, ownFederatedKey } from './federated-keys.ts'
import { attempt, guarded } from './guarded.ts'
import { cognitoTokenStore } from './token-store.ts'

interface SessionStoreOptions {
  readonly storage: KeyValueStorage
  readonly clientId: string
  readonly userPoolId: string
  /** Without an identity pool this app has no sessions of other providers: a stored one is another app's. */
  readonly hasIdentityPool: boolean
}

/** Stores one session: of the user pool, or of another provider. */
export function sessionStore(options: SessionStoreOptions): TokenStore {
  const { storage, clientId, userPoolId, hasIdentityPool } = options
  const userPool = cognitoTokenStore(storage, clientId, userPoolId)
  if (!hasIdentityPool) return userPoolStore(userPool)
  const federated = lazyFederatedStore(storage, clientId)
  return {
    load: () =>
      guarded(
        async () => (await userPool.loadOrClear()) ?? (await federated.load()),
        'The storage cannot be read',
      ),
    async save(tokens, options) {
      if (isUserPool(tokens)) {
        await userPool.save(tokens, options)
        // The tokens are stored, and are read first. An error here changes nothing.
        await attempt(federated.clear)
      } else {
        await guarded(() => federated.save(tokens), 'The storage did not store the session', [
          tokens.reveal().token,
        ])
        try {
          await userPool.clear()
        } catch (error) {
          await guarded(federated.clear, 'The storage did not remove the session')
          throw error
        }
      }
    },
    async clear() {
      await userPool.clear()
      await guarded(federated.clear, 'The storage did not remove the session')
    },
  }
}

function userPoolStore(userPool: ReturnType<typeof cognitoTokenStore>): TokenStore {
  return {
    load: () => guarded(userPool.loadOrClear, 'The storage cannot be read'),
    async save(tokens, options) {
      if (!isUserPool(tokens)) throw new ConfigError('"identityPoolId" is missing')
      await userPool.save(tokens, options)
    },
    clear: userPool.clear,
  }
}

/** What reads and writes the sessions of other providers is loaded where there may be one. */
function lazyFederatedStore(storage: KeyValueStorage, clientId: string) {
  const open = async () => (await loadFederation()).federatedStore(storage, clientId)
  return {
    async load() {
      for (const key of [ownFederatedKey(clientId), federatedKey]) {
        if (await storage.getItem(key)) return (await open()).load()
      }
      return undefined
    },
    save: async (tokens: Secret<ProviderToken>) => (await open()).save(tokens),
    clear: () => clearFederated(storage, clientId),
  }
}

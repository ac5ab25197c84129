import { ConfigError } from '../../errors/auth-errors.ts'
import type { TokenStore } from '../../ports/index.ts'
import type { KeyValueStorage } from '../../ports/key-value-storage.ts'
import { isUserPool } from '../../tokens/token-facts.ts'
import { federatedStore } from './federated-store.ts'
import { attempt, cognitoTokenStore, guarded } from './token-store.ts'

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
  const federated = federatedStore(storage, clientId)
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

import type { TokenStore } from '../ports/index.ts'
import type { KeyValueStorage } from '../ports/key-value-storage.ts'
import { isUserPool } from '../session/read-tokens.ts'
import { federatedStore } from './federated-store.ts'
import { cognitoTokenStore, guarded } from './token-store.ts'

/** One session at a time: a user pool's, or else another provider's. */
export function sessionStore(storage: KeyValueStorage, clientId: string): TokenStore {
  const userPool = cognitoTokenStore(storage, clientId)
  const federated = federatedStore(storage)
  return {
    load: () =>
      guarded(
        async () => (await userPool.load()) ?? (await federated.load()),
        'The storage refused to be read',
      ),
    async save(tokens) {
      if (isUserPool(tokens)) {
        await userPool.save(tokens)
        await guarded(federated.clear, 'The storage refused to forget the session before')
      } else {
        await guarded(() => federated.save(tokens), 'The storage refused to keep the session', [
          tokens.reveal().token,
        ])
        try {
          await userPool.clear()
        } catch (error) {
          await guarded(federated.clear, 'The storage refused to forget the session')
          throw error
        }
      }
    },
    async clear() {
      await userPool.clear()
      await guarded(federated.clear, 'The storage refused to forget the session')
    },
  }
}

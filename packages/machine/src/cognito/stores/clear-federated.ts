import type { KeyValueStorage } from '../../ports/key-value-storage.ts'
import { federatedKey, ownFederatedKey } from './federated-keys.ts'

/** Removes the session of another provider. Nothing is loaded for it: a sign-out must work without a network. */
export async function clearFederated(storage: KeyValueStorage, clientId: string): Promise<void> {
  await storage.removeItem(ownFederatedKey(clientId))
  if (!(await isOfOtherApp(storage, clientId))) await storage.removeItem(federatedKey)
}

/** Whether the shared entry names another app client. Amplify's entries name none. */
export async function isOfOtherApp(storage: KeyValueStorage, clientId: string): Promise<boolean> {
  const stored = await storage.getItem(federatedKey)
  try {
    const { client_id: owner }: { client_id?: unknown } = Object(JSON.parse(stored ?? ''))
    return typeof owner === 'string' && owner !== '' && owner !== clientId
  } catch {
    return false
  }
}

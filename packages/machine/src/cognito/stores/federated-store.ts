import type { ProviderToken } from '../../ports/index.ts'
import type { KeyValueStorage } from '../../ports/key-value-storage.ts'
import { Secret } from '../../secret.ts'
import { isOfOtherApp } from './clear-federated.ts'
import { federatedKey, ownFederatedKey } from './federated-keys.ts'

/** Stores the token of another provider for one app client. An entry that is not valid counts as none. */
export function federatedStore(storage: KeyValueStorage, clientId: string) {
  const ownKey = ownFederatedKey(clientId)

  async function read(key: string): Promise<ProviderToken | undefined> {
    const stored = await storage.getItem(key)
    return stored ? parse(stored) : undefined
  }

  const isTaken = () => isOfOtherApp(storage, clientId)

  return {
    async load(): Promise<Secret<ProviderToken> | undefined> {
      const own = await read(ownKey)
      const found = own ?? ((await isTaken()) ? undefined : await read(federatedKey))
      return found && new Secret(found)
    },
    async save(tokens: Secret<ProviderToken>): Promise<void> {
      const { provider, token, identityId, profile, expiresAt } = tokens.reveal()
      const info = {
        provider,
        token,
        identity_id: identityId,
        user: profile,
        expires_at: expiresAt,
        client_id: clientId,
      }
      const isElsewhere = await isTaken()
      await storage.setItem(isElsewhere ? ownKey : federatedKey, JSON.stringify(info))
      if (!isElsewhere) await storage.removeItem(ownKey)
    },
  }
}

function parse(stored: string): ProviderToken | undefined {
  try {
    const { provider, token, identity_id, expires_at, user }: Record<string, unknown> =
      JSON.parse(stored)
    if (!isText(provider) || !isText(token) || !Number.isFinite(expires_at)) return undefined
    const { name, email }: { name?: unknown; email?: unknown } = Object(user)
    return {
      provider,
      token,
      expiresAt: Number(expires_at),
      identityId: isText(identity_id) ? identity_id : undefined,
      profile: { ...(isText(name) && { name }), ...(isText(email) && { email }) },
    }
  } catch {
    return undefined
  }
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''

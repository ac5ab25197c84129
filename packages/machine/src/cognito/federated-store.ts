import type { ProviderToken } from '../ports/index.ts'
import type { KeyValueStorage } from '../ports/key-value-storage.ts'
import { Secret } from '../secret.ts'

/** Amplify v5's own, so that its federated sessions are found here, and ours there. */
export const federatedKey = 'aws-amplify-federatedInfo'

/** Keeps the token of another provider. What cannot be understood is no session. */
export function federatedStore(storage: KeyValueStorage) {
  return {
    async load(): Promise<Secret<ProviderToken> | undefined> {
      const stored = await storage.getItem(federatedKey)
      const token = stored ? parse(stored) : undefined
      return token && new Secret(token)
    },
    async save(tokens: Secret<ProviderToken>): Promise<void> {
      const { provider, token, identityId, profile, expiresAt } = tokens.reveal()
      const info = {
        provider,
        token,
        identity_id: identityId,
        user: profile,
        expires_at: expiresAt,
      }
      await storage.setItem(federatedKey, JSON.stringify(info))
    },
    async clear(): Promise<void> {
      await storage.removeItem(federatedKey)
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

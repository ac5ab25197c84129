import { Table } from '../store/table.ts'
import { type Identity, identityNames } from './identity.ts'
import type { IdentityPoolOptions } from './identity-pool-options.ts'

/** The state that operations of the identity pool read and change. */
export interface IdentityPoolState {
  /** `<region>:<uuid>`. */
  readonly id: string
  options: IdentityPoolOptions
  /** By id, oldest first. */
  readonly identities: Table<Identity>
  /** By access key id. */
  readonly credentials: Map<string, IssuedCredentials>
}

/** @throws Error if the id does not belong to the region. */
export function createIdentityPool(
  region: string,
  id = `${region}:00000000-0000-4000-8000-000000000001`,
  options: IdentityPoolOptions,
): IdentityPoolState {
  if (!/^[\w-]+:[0-9a-f-]{1,36}$/.test(id) || !id.startsWith(`${region}:`)) {
    throw new Error(`identityPoolId must be '${region}:' and a UUID, not '${id}'.`)
  }
  return { id, options, identities: new Table(identityNames), credentials: new Map() }
}

/** Issued AWS credentials, as a service that verifies signatures needs them. */
export interface IssuedCredentials {
  readonly identityId: string
  readonly isAuthenticated: boolean
  readonly secretKey: string
  readonly sessionToken: string
  /** Epoch ms. */
  readonly expiresAt: number
  readonly roleArn: string
}

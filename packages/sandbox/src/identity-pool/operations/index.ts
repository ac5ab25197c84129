import type { Operation } from '../../operation.ts'
import { deleteIdentities } from './delete-identities.ts'
import { describeIdentity } from './describe-identity.ts'
import { describeIdentityPool } from './describe-identity-pool.ts'
import { getCredentialsForIdentity } from './get-credentials-for-identity.ts'
import { getId } from './get-id.ts'
import { getIdentityPoolRoles } from './get-identity-pool-roles.ts'
import { getOpenIdToken } from './get-open-id-token.ts'
import { getOpenIdTokenForDeveloperIdentity } from './get-open-id-token-for-developer-identity.ts'
import { listIdentities } from './list-identities.ts'
import { lookupDeveloperIdentity } from './lookup-developer-identity.ts'
import { mergeDeveloperIdentities } from './merge-developer-identities.ts'
import { unlinkDeveloperIdentity } from './unlink-developer-identity.ts'
import { unlinkIdentity } from './unlink-identity.ts'

type Operations = Readonly<Partial<Record<string, Operation>>>

/** Unsigned: every client may call them. */
export const publicIdentityOperations: Operations = {
  GetCredentialsForIdentity: getCredentialsForIdentity,
  GetId: getId,
  GetOpenIdToken: getOpenIdToken,
  UnlinkIdentity: unlinkIdentity,
}

/** For administrators and back ends, signed with AWS credentials. */
export const signedIdentityOperations: Operations = {
  DeleteIdentities: deleteIdentities,
  DescribeIdentity: describeIdentity,
  DescribeIdentityPool: describeIdentityPool,
  GetIdentityPoolRoles: getIdentityPoolRoles,
  GetOpenIdTokenForDeveloperIdentity: getOpenIdTokenForDeveloperIdentity,
  ListIdentities: listIdentities,
  LookupDeveloperIdentity: lookupDeveloperIdentity,
  MergeDeveloperIdentities: mergeDeveloperIdentities,
  UnlinkDeveloperIdentity: unlinkDeveloperIdentity,
}

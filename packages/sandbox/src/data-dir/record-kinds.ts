import { noMfa } from '../pool/mfa/user-mfa.ts'
import type { SandboxState } from '../state.ts'
import { observed } from '../store/observed.ts'
import { createRecordKind, type RecordKind } from './record-kind.ts'
import { storedIdentitySchema } from './stored-identity.ts'
import {
  storedFamilySchema,
  storedGroupSchema,
  storedRefreshTokenSchema,
  storedUserSchema,
} from './stored-records.ts'

/** Everything that a data directory stores of a sandbox, except keys and secret. */
export function recordKinds(state: SandboxState): readonly RecordKind[] {
  return [
    createRecordKind('users', {
      store: state.users,
      reader: storedUserSchema,
      keyOf: ({ sub }) => sub,
      toValue: ({ attributeCodes = [], mfa = noMfa, devices = [], passkeys = [], ...user }) =>
        observed({ ...user, attributeCodes, mfa, devices, passkeys }),
    }),
    createRecordKind('groups', {
      store: state.groups,
      reader: storedGroupSchema,
      keyOf: ({ name }) => name,
      toValue: (group) => group,
    }),
    createRecordKind('families', {
      store: state.families,
      reader: storedFamilySchema,
      keyOf: ({ eventId }) => eventId,
      toValue: observed,
    }),
    createRecordKind('refreshTokens', {
      store: state.refreshTokens,
      reader: storedRefreshTokenSchema,
      keyOf: ({ hash }) => hash,
      toValue: ({ hash: _, ...token }) => observed(token),
      toRecord: (token, hash) => ({ hash, ...token }),
    }),
    createRecordKind('identities', {
      store: state.identityPool.identities,
      reader: storedIdentitySchema,
      keyOf: ({ id }) => id,
      toValue: observed,
    }),
  ]
}

import { noMfa } from '../pool/mfa/user-mfa.ts'
import type { SandboxState } from '../state.ts'
import { observed } from '../store/observed.ts'
import { keptIdentity } from './kept-identity.ts'
import { createKeptKind, type KeptKind } from './kept-kind.ts'
import { keptFamily, keptGroup, keptRefreshToken, keptUser } from './kept-records.ts'

/** All that is kept of a sandbox besides its keys and its secret. */
export function keptKinds(state: SandboxState): readonly KeptKind[] {
  return [
    createKeptKind('users', {
      store: state.users,
      reader: keptUser,
      keyOf: ({ sub }) => sub,
      toValue: ({ attributeCodes = [], mfa = noMfa, devices = [], ...user }) =>
        observed({ ...user, attributeCodes, mfa, devices }),
    }),
    createKeptKind('groups', {
      store: state.groups,
      reader: keptGroup,
      keyOf: ({ name }) => name,
      toValue: (group) => group,
    }),
    createKeptKind('families', {
      store: state.families,
      reader: keptFamily,
      keyOf: ({ eventId }) => eventId,
      toValue: observed,
    }),
    createKeptKind('refreshTokens', {
      store: state.refreshTokens,
      reader: keptRefreshToken,
      keyOf: ({ hash }) => hash,
      toValue: ({ hash: _, ...token }) => observed(token),
      toRecord: (token, hash) => ({ hash, ...token }),
    }),
    createKeptKind('identities', {
      store: state.identityPool.identities,
      reader: keptIdentity,
      keyOf: ({ id }) => id,
      toValue: observed,
    }),
  ]
}

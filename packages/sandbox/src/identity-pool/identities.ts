import { CognitoError, notAuthorized, resourceNotFound } from '../errors.ts'
import type { OperationContext } from '../operation.ts'
import { randomUuid } from '../random.ts'
import type { SandboxState } from '../state.ts'
import { observed } from '../store/observed.ts'
import type { Identity, Login } from './identity.ts'
import { hasLogin, isAuthenticated, loginKey } from './identity.ts'

export function loginsDoNotMatch() {
  return notAuthorized(
    "Logins don't match. Please include at least one valid login for this identity or identity pool.",
  )
}

export function resourceConflict(message: string) {
  return new CognitoError('ResourceConflictException', message)
}

export function requireIdentityPool(state: SandboxState, id: string): void {
  if (id !== state.identityPool.id) throw resourceNotFound(`IdentityPool '${id}' not found.`)
}

/**
 * An enabled identity. AWS does not document the error for a disabled one; here it is the same as
 * for an unknown one.
 */
export function requireIdentity(state: SandboxState, id: string): Identity {
  const identity = state.identityPool.identities.get(id)
  if (!identity || identity.disabled) throw resourceNotFound(`Identity '${id}' not found.`)
  return identity
}

/** Only guests need no login, and only if the pool allows guests. */
export function requireGuest(state: SandboxState, identity: Identity): Identity {
  if (isAuthenticated(identity)) {
    throw notAuthorized(`Access to Identity '${identity.id}' is forbidden.`)
  }
  checkGuestsAllowed(state)
  return identity
}

export function checkGuestsAllowed({ identityPool }: SandboxState): void {
  if (!identityPool.options.AllowUnauthenticatedIdentities) {
    throw notAuthorized('Unauthenticated access is not supported for this identity pool.')
  }
}

export function createIdentity({ state, now, random }: OperationContext): Identity {
  const identity: Identity = observed({
    id: `${state.region}:${randomUuid(random)}`,
    logins: [],
    disabled: false,
    createdAt: now,
    modifiedAt: now,
  })
  state.identityPool.identities.set(identity.id, identity)
  return identity
}

/** The enabled identity to which a login is linked. There is at most one. */
export function findByLogin(state: SandboxState, login: Login): Identity | undefined {
  const [identity] = state.identityPool.identities.named(loginKey(login))
  return identity
}

/**
 * Links logins that belong to no other identity. An identity has one login for each provider, but
 * any number for the developer's provider, as LookupDeveloperIdentity documents.
 */
export function linkLogins(
  { state, now }: Pick<OperationContext, 'state' | 'now'>,
  identity: Identity,
  logins: readonly Login[],
): void {
  const added = logins.filter((login) => !hasLogin(identity, login))
  if (added.length === 0) return
  const { DeveloperProviderName } = state.identityPool.options
  const taken = added.find(
    ({ provider }) =>
      provider !== DeveloperProviderName &&
      identity.logins.some((own) => own.provider === provider),
  )
  if (taken) {
    // The exception is documented, its message is not.
    throw resourceConflict(`Another user of ${taken.provider} is linked to this identity.`)
  }
  identity.logins = [...identity.logins, ...added.map(({ provider, user }) => ({ provider, user }))]
  identity.modifiedAt = now
}

/** UnlinkIdentity: an identity without logins is disabled. */
export function unlinkLogins(
  identity: Identity,
  isUnlinked: (login: Login) => boolean,
  now: number,
): void {
  identity.logins = identity.logins.filter((login) => !isUnlinked(login))
  identity.disabled = identity.logins.length === 0
  identity.modifiedAt = now
}

import { CognitoError, notAuthorized, resourceNotFound } from '../errors.ts'
import type { OperationContext } from '../operation.ts'
import { randomUuid } from '../random.ts'
import type { SandboxState } from '../state.ts'
import { observed } from '../store/observed.ts'
import type { Identity, Login } from './identity.ts'
import { holds, isAuthenticated, loginKey } from './identity.ts'

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
 * An identity that is in use. AWS documents neither what it says of a disabled one nor whether that
 * differs from one that never was; here it does not.
 */
export function requireIdentity(state: SandboxState, id: string): Identity {
  const identity = state.identityPool.identities.get(id)
  if (!identity || identity.disabled) throw resourceNotFound(`Identity '${id}' not found.`)
  return identity
}

/** Without logins only guests get in, and only where the pool lets them. */
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

/** The identity a login is linked to: never more than one that is in use. */
export function findByLogin(state: SandboxState, login: Login): Identity | undefined {
  const [identity] = state.identityPool.identities.named(loginKey(login))
  return identity
}

/**
 * Links logins that belong to nobody else. An identity has one user of each provider, but any
 * number of the developer's, as LookupDeveloperIdentity says.
 */
export function linkLogins(
  { state, now }: Pick<OperationContext, 'state' | 'now'>,
  identity: Identity,
  logins: readonly Login[],
): void {
  const added = logins.filter((login) => !holds(identity, login))
  if (added.length === 0) return
  const { DeveloperProviderName } = state.identityPool.options
  const taken = added.find(
    ({ provider }) =>
      provider !== DeveloperProviderName &&
      identity.logins.some((own) => own.provider === provider),
  )
  if (taken) {
    // The exception is documented, its words are not.
    throw resourceConflict(`Another user of ${taken.provider} is linked to this identity.`)
  }
  identity.logins = [...identity.logins, ...added.map(({ provider, user }) => ({ provider, user }))]
  identity.modifiedAt = now
}

/** UnlinkIdentity: without its last login an identity becomes inaccessible. */
export function unlinkLogins(
  identity: Identity,
  isUnlinked: (login: Login) => boolean,
  now: number,
): void {
  identity.logins = identity.logins.filter((login) => !isUnlinked(login))
  identity.disabled = identity.logins.length === 0
  identity.modifiedAt = now
}

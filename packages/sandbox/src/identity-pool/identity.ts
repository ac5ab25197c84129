/** A user, as one provider identifies them. */
export interface Login {
  /** The key in `Logins`, for example `accounts.google.com`. */
  readonly provider: string
  /** The provider's id of the user. */
  readonly user: string
}

/** An identity of the identity pool. Without linked logins it is a guest. */
export interface Identity {
  /** `<region>:<uuid>`. */
  readonly id: string
  logins: readonly Login[]
  /** Merged into another identity, or its last login was unlinked. It cannot be used any more. */
  disabled: boolean
  readonly createdAt: number
  modifiedAt: number
}

export function isAuthenticated({ logins }: Identity): boolean {
  return logins.length > 0
}

export function isSameLogin(a: Login, b: Login): boolean {
  return a.provider === b.provider && a.user === b.user
}

export function hasLogin(identity: Identity, login: Login): boolean {
  return identity.logins.some((own) => isSameLogin(own, login))
}

export function loginKey({ provider, user }: Login): string {
  return JSON.stringify([provider, user])
}

/** The index keys of an enabled identity: its logins. */
export function identityNames({ logins, disabled }: Identity): readonly string[] {
  return disabled ? [] : logins.map(loginKey)
}

/** An identity in the shape of IdentityDescription; dates in epoch s. */
export function describeIdentity({ id, logins, createdAt, modifiedAt }: Identity) {
  return {
    IdentityId: id,
    Logins: [...new Set(logins.map(({ provider }) => provider))],
    CreationDate: createdAt / 1000,
    LastModifiedDate: modifiedAt / 1000,
  }
}

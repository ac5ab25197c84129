import type { AuthUser, CodeDelivery, Passkey } from '@authchart/machine'

/** The user who signs in on every walk. Only what is typed and signed is secret. */
export const person = {
  username: 'ada@example.com',
  email: 'ada@example.com',
  userId: '5f0c1d2e-0000-4000-8000-00000000ada0',
  /** In the profile; not in tokens, as few apps request it there. */
  name: 'Ada Lovelace',
  password: 'Correct-horse-7-canary',
  newPassword: 'Fresh-battery-8-canary',
  code: '314159',
  /** What the pool's own question wants to hear. */
  answer: 'forty-two-canary',
  totpSecret: 'KRUGKIDROVUWG2ZAMJZG653OEBTG66BA',
  /** What the browser signs for a passkey. */
  passkey: '{"id":"cGFzc2tleQ","response":{"signature":"passkey-signature-canary"}}',
  /** The id in the identity pool. */
  identityId: 'us-east-1:5f0c1d2e-0000-4000-8000-0000000000ad',
} as const

export const user: AuthUser = {
  kind: 'userPool',
  username: person.userId,
  userId: person.userId,
  email: person.email,
  name: undefined,
  groups: [],
  provider: undefined,
  claims: {},
}

export const hostedUiUser: AuthUser = { ...user, kind: 'hostedUi', provider: 'Google' }

export const federatedUser: AuthUser = {
  ...user,
  kind: 'federated',
  username: 'Ada',
  userId: `google:${person.identityId}`,
  email: undefined,
  name: 'Ada',
  provider: 'google',
}

/** The user who signs in in another tab. */
export const otherUser: AuthUser = {
  ...user,
  userId: '5f0c1d2e-0000-4000-8000-0000000b0b00',
  username: '5f0c1d2e-0000-4000-8000-0000000b0b00',
  email: 'bob@example.com',
}

export const delivery: CodeDelivery = {
  medium: 'EMAIL',
  destination: 'a***@e***',
  attribute: 'email',
}

/** The passkey that the user has. */
export const passkey: Passkey = {
  id: 'cGFzc2tleS1vZi1hZGE',
  name: 'Roaming passkey',
  rpId: 'localhost',
  createdAt: 1_796_000_000_000,
}

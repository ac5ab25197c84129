import type { User } from './user.ts'

const contacts = ['email', 'phone_number'] as const
const attributes = [...contacts, 'preferred_username'] as const

type Kind = 'username' | (typeof attributes)[number] | `verified ${(typeof contacts)[number]}`

/** The index key of a name, in lower case. The pool's options decide which names can sign in. */
export function nameKey(kind: Kind, value: string): string {
  return `${kind}:${value.toLowerCase()}`
}

export function groupKey(name: string): string {
  return `group:${name}`
}

export function passkeyKey(id: string): string {
  return `passkey:${id}`
}

/** The index keys of a user. */
export function userNames({
  username,
  attributes: values,
  groups,
  passkeys,
}: User): readonly string[] {
  const names = [
    nameKey('username', username),
    ...groups.map(groupKey),
    ...passkeys.map(({ id }) => passkeyKey(id)),
  ]
  for (const name of attributes) {
    const value = values[name]
    if (value !== undefined) names.push(nameKey(name, value))
  }
  for (const name of contacts) {
    const value = values[name]
    if (value === undefined || values[`${name}_verified`] !== 'true') continue
    names.push(nameKey(`verified ${name}`, value))
  }
  return names
}

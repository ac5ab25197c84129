import type { User } from './user.ts'

const contacts = ['email', 'phone_number'] as const
const attributes = [...contacts, 'preferred_username'] as const

type Kind = 'username' | (typeof attributes)[number] | `verified ${(typeof contacts)[number]}`

/** What users are found by, whatever their case: options say which of them sign a user in. */
export function nameKey(kind: Kind, value: string): string {
  return `${kind}:${value.toLowerCase()}`
}

export function groupKey(name: string): string {
  return `group:${name}`
}

/** All names of a user, for the table of users. */
export function userNames({ username, attributes: values, groups }: User): readonly string[] {
  const names = [nameKey('username', username), ...groups.map(groupKey)]
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

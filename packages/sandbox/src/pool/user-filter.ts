import { invalidParameter } from '../errors.ts'
import type { User } from './user.ts'

const attributes = [
  'sub',
  'email',
  'phone_number',
  'name',
  'given_name',
  'family_name',
  'preferred_username',
]

/** Reads `attribute = "value"` or `attribute ^= "prefix"`, the filters of ListUsers. */
export const readUserFilter = (filter: string): ((user: User) => boolean) => {
  if (filter.trim() === '') return () => true
  const [, name = '', operator, quoted = ''] =
    /^\s*"?([\w:]+)"?\s*(\^?=)\s*"((?:[^"\\]|\\.)*)"\s*$/.exec(filter) ?? []
  const read = readers(name)
  if (!read) throw invalidParameter('Error while parsing filter.')
  const { value, fold } = read
  const wanted = fold(quoted.replace(/\\(.)/g, '$1'))
  return (user) => {
    const own = value(user)
    if (own === undefined) return false
    return operator === '=' ? fold(own) === wanted : fold(own).startsWith(wanted)
  }
}

const exact = (text: string) => text
const anyCase = (text: string) => text.toLowerCase()

const readers = (name: string) => {
  if (name === 'username') return { value: (user: User) => user.username, fold: exact }
  if (name === 'cognito:user_status') return { value: (user: User) => user.status, fold: anyCase }
  if (name === 'status') {
    return { value: (user: User) => (user.enabled ? 'Enabled' : 'Disabled'), fold: exact }
  }
  if (!attributes.includes(name)) return undefined
  return { value: (user: User) => user.attributes[name], fold: exact }
}

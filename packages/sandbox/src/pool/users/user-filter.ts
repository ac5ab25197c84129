import { invalidParameter } from '../../errors.ts'
import { where } from '../../input/paging.ts'
import type { Table } from '../../store/table.ts'
import type { User } from './user.ts'
import { nameKey } from './user-names.ts'

const attributes = [
  'sub',
  'email',
  'phone_number',
  'name',
  'given_name',
  'family_name',
  'preferred_username',
]

/**
 * The users that match a ListUsers filter, `attribute = "value"` or `attribute ^= "prefix"`; all
 * for ''. Indexed attributes are found without a scan.
 */
export function usersWhere(users: Table<User>, filter: string): Iterable<User> {
  if (filter.trim() === '') return users.values()
  const [, name = '', operator, quoted = ''] =
    /^\s*"?([\w:]+)"?\s*(\^?=)\s*"((?:[^"\\]|\\.)*)"\s*$/.exec(filter) ?? []
  const read = readers(name)
  if (!read) throw invalidParameter('Error while parsing filter.')
  const { value, fold } = read
  const wanted = fold(quoted.replace(/\\(.)/g, '$1'))
  const fits = (user: User) => {
    const own = value(user)
    if (own === undefined) return false
    return operator === '=' ? fold(own) === wanted : fold(own).startsWith(wanted)
  }
  const kind = operator === '=' ? indexed.find((one) => one === name) : undefined
  return where(kind ? users.named(nameKey(kind, wanted)) : users.values(), fits)
}

const indexed = ['username', 'email', 'phone_number', 'preferred_username'] as const

const exact = (text: string) => text
const anyCase = (text: string) => text.toLowerCase()

function readers(name: string) {
  if (name === 'username') return { value: (user: User) => user.username, fold: exact }
  if (name === 'cognito:user_status') return { value: (user: User) => user.status, fold: anyCase }
  if (name === 'status') {
    return { value: (user: User) => (user.enabled ? 'Enabled' : 'Disabled'), fold: exact }
  }
  if (!attributes.includes(name)) return undefined
  return { value: (user: User) => user.attributes[name], fold: exact }
}

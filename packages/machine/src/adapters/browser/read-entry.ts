import type { AuthEntry } from '../../auth-entry.ts'
import { Secret } from '../../secret.ts'
import { pageNavigator } from './page-navigator.ts'

/** Beside `auth`, the names of Cognito's own links: `/confirmUser?user_name=…&confirmation_code=…`. */
const names: readonly string[] = ['auth', 'user_name', 'confirmation_code']

/** The one that the current task has read: React's strict mode asks twice, and the address is clean by then. */
let recent: { readonly entry: AuthEntry | undefined; readonly address: string } | undefined

/**
 * Where a link leads to: for the option `entry` of `createAuth`, and for `auth.enter()`. The link has the parameters
 * `auth` (`confirmSignUp`, `resetPassword`, `signIn` or `signUp`), `user_name` and `confirmation_code`, e.g.
 * `https://app.example.com/?auth=confirmSignUp&user_name=ada&confirmation_code=123456`, from the custom message
 * trigger of the pool. They are removed from the address of the page and its history entry; other parameters and
 * the hash stay, and so does the `code` of the hosted UI. Call it before anything reads the address, e.g. a router.
 *
 * @param href by default the address of the page; `undefined` on a server.
 * @returns `undefined` if the address is not such a link, or names no user where a code needs one.
 *
 * @example
 * export const auth = createAuth({ config, entry: readEntry() })
 */
export function readEntry(href = pageNavigator.address()): AuthEntry | undefined {
  if (href === undefined) return undefined
  if (href === recent?.address) return recent.entry
  // A `+` is one: no user name contains a blank, and who writes a mail may forget to encode it.
  const parameters = new URLSearchParams(queryOf(href).replaceAll('+', '%2B'))
  const route = parameters.get('auth')
  if (!isLinked(route)) return undefined
  const entry = entryOf(route, parameters)
  cleanAddress(entry)
  return entry
}

type Route = AuthEntry['route']

function isLinked(route: string | null): route is Route {
  return ['confirmSignUp', 'resetPassword', 'signIn', 'signUp'].includes(String(route))
}

function entryOf(route: Route, parameters: URLSearchParams): AuthEntry | undefined {
  const username = parameters.get('user_name') || undefined
  if (route === 'signIn' || route === 'signUp') return { route, username }
  if (username === undefined) return undefined
  const code = parameters.get('confirmation_code')
  return { route, username, code: code ? new Secret(code) : undefined }
}

/** Cleans the address of the page, also where the link was read from another text. */
function cleanAddress(entry: AuthEntry | undefined): void {
  const address = pageNavigator.address()
  if (address === undefined) return
  const clean = withoutEntry(address)
  try {
    if (clean !== address) pageNavigator.replace(clean)
  } catch {
    // Browsers limit the number of these calls, and a code can be used only once.
  }
  recent = { entry, address: clean }
  void Promise.resolve().then(() => {
    recent = undefined
  })
}

/** What is not ours stays as it was written. */
function withoutEntry(address: string): string {
  const query = queryOf(address)
  const others = query.split('&').filter((pair) => !names.includes(nameOf(pair)))
  return address.replace(`?${query}`, () => (others.length > 0 ? `?${others.join('&')}` : ''))
}

/** As it is read: a mail program may have encoded the underscore. */
function nameOf(pair: string): string {
  const [name = ''] = new URLSearchParams(pair).keys()
  return name
}

function queryOf(address: string): string {
  return /^[^?#]*\?([^#]*)/.exec(address)?.[1] ?? ''
}

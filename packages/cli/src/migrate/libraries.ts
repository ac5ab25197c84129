/** Where the code comes from. */
export const origins = ['classic', 'v6', 'identity-js'] as const

export type Origin = (typeof origins)[number]

/** What an import of a library is to the rules. */
export type Role =
  /** The object with the classic functions. */
  | 'Auth'
  /** One function of Amplify 6, or all of them (`* as`). */
  | 'function'
  | 'Hub'
  | 'Amplify'
  /** A component or hook of Amplify UI. */
  | 'ui'
  | 'identity-js'
  /** Goes away with what uses it. */
  | 'detail'

interface Library {
  readonly origin: Origin | 'any'
  readonly roles: Readonly<Record<string, Role>>
  /** What all other exports are. */
  readonly others?: Role
}

const amplifyUi: Library = {
  origin: 'any',
  roles: { Authenticator: 'ui', useAuthenticator: 'ui', withAuthenticator: 'ui' },
}

const libraries: ReadonlyMap<string, Library> = new Map(
  Object.entries({
    'aws-amplify': {
      origin: 'any',
      roles: { Auth: 'Auth', Hub: 'Hub', Amplify: 'Amplify', default: 'Amplify' },
    },
    '@aws-amplify/core': {
      origin: 'any',
      roles: { Hub: 'Hub', Amplify: 'Amplify', default: 'Amplify' },
    },
    '@aws-amplify/auth': {
      origin: 'any',
      roles: { Auth: 'Auth', default: 'Auth', CognitoHostedUIIdentityProvider: 'detail' },
      others: 'function',
    },
    'aws-amplify/auth': { origin: 'v6', roles: {}, others: 'function' },
    'aws-amplify/auth/cognito': { origin: 'v6', roles: {}, others: 'function' },
    'aws-amplify/utils': { origin: 'v6', roles: { Hub: 'Hub' } },
    '@aws-amplify/ui-react': amplifyUi,
    '@aws-amplify/ui-react-core': amplifyUi,
    '@aws-amplify/ui-vue': amplifyUi,
    'aws-amplify-react': { origin: 'classic', roles: { ...amplifyUi.roles } },
    'amazon-cognito-identity-js': { origin: 'identity-js', roles: {}, others: 'identity-js' },
  }),
)

/** What `name` of a module is to the rules; `undefined` if it is none of their business. */
export function roleOf(module: string, name: string, from: Origin | 'auto'): Role | undefined {
  const library = libraries.get(module)
  if (!library) return undefined
  const role = Object.hasOwn(library.roles, name) ? library.roles[name] : library.others
  const origin = originOf(library, role)
  const isWanted =
    from === 'auto' || origin === from || (origin === 'any' && from !== 'identity-js')
  return isWanted ? role : undefined
}

function originOf({ origin }: Library, role: Role | undefined): Origin | 'any' {
  if (origin !== 'any') return origin
  if (role === 'Auth' || role === 'detail') return 'classic'
  return role === 'function' ? 'v6' : 'any'
}

/** Whether a module is a part of Amplify that is no part of sign-in, e.g. `aws-amplify/data`. */
export function isOtherCategory(module: string, name: string): boolean {
  if (module === 'aws-amplify') return /^(API|Storage|DataStore|PubSub|Analytics|Geo)$/.test(name)
  return /^(aws-amplify|@aws-amplify)\/(api|data|datastore|storage|pubsub|analytics|geo|api-graphql|api-rest)\b/.test(
    module,
  )
}

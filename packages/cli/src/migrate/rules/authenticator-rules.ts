import type { NodePath } from '@babel/traverse'
import type { ObjectPattern } from '@babel/types'
import type { CodeFile } from '../code-file.ts'
import { mapTexts } from '../map-texts.ts'
import { removeStatement } from '../moved-config.ts'
import type { LibraryCall, Rule } from '../rule.ts'
import { type UseEdit, userOfV6 } from '../shapes.ts'
import { argumentsOf, usesOfResult } from '../uses.ts'
import { editsOf, run } from './session-rules.ts'

/** Routes of Amplify UI → those of a view. The others have the same name. */
const routeNames: ReadonlyMap<string, string> = new Map(
  Object.entries({
    authenticated: 'signedIn',
    idle: 'restoring',
    setup: 'restoring',
    transition: 'restoring',
    signOut: 'signingOut',
    signIn: 'signIn',
    signUp: 'signUp',
    confirmSignIn: 'confirmSignIn',
    confirmSignUp: 'confirmSignUp',
    forgotPassword: 'forgotPassword',
    confirmResetPassword: 'resetPassword',
    forceNewPassword: 'newPassword',
    selectMfaType: 'selectMfaType',
    setupTotp: 'setupTotp',
    setupEmail: 'setupEmail',
    signInSelectAuthFactor: 'selectFactor',
    verifyUser: 'verifyContact',
    confirmVerifyUser: 'confirmContact',
    passkeyPrompt: 'passkeyPrompt',
  }),
)

/** `withAuthenticator(App)` → `withAuth(App, { auth, screens: AuthScreens })` */
export const withAuthenticator: Rule = ({ file, app, reference, callee, call }) => {
  const [component, ...options] = argumentsOf(call.node)
  if (!component) return 'it has no component'
  const auth = app.authIn(file)
  const screens = file.importFromApp(app.screensModule, 'AuthScreens')
  const to = file.imports.add('@authchart/react', 'withAuth')
  const member = auth === 'auth' ? 'auth' : `auth: ${auth}`
  file.edits.update(callee.node.start ?? 0, callee.node.end ?? 0, to)
  const settings = `, { ${member}, screens: ${screens} }`
  const { end } = component
  const [last] = options.slice(-1)
  if (last) file.edits.update(end ?? 0, last.end ?? 0, settings)
  else file.edits.appendLeft(end ?? 0, settings)
  file.noteRewrite(call.node, `${to}(…)`)
  file.list(reference, call.node, {
    about: 'withAuthenticator',
    kind: 'check',
    advice: `npx authchart add react writes ${app.screensModule}.tsx with AuthScreens${last ? '; the options of withAuthenticator are gone' : ''}`,
  })
  return undefined
}

/** `<Authenticator.Provider>` → `<AuthProvider auth={auth}>` */
export function authenticatorProvider(
  one: Omit<LibraryCall, 'call' | 'callee' | 'isClassic'>,
): boolean {
  const { file, app, reference } = one
  const member = reference.parentPath
  if (!member?.isJSXMemberExpression() || member.node.property.name !== 'Provider') return false
  const to = file.imports.add('@authchart/react', 'AuthProvider')
  const isOpening = member.parentPath.isJSXOpeningElement()
  const props = isOpening ? ` auth={${app.authIn(file)}}` : ''
  const { start, end } = member.node
  file.edits.update(start ?? 0, end ?? 0, `${to}${props}`)
  if (isOpening) file.noteRewrite(member.node, `${to}${props}`)
  file.done(reference)
  return true
}

/** `const { user, signOut, authStatus, route, isPending } = useAuthenticator()` → `useAuthMachine()` */
export const useAuthenticator: Rule = ({ file, app, call }) => {
  if (file.isVue)
    return 'useAuthMachine() gives a ref of the view: view.value.user, view.value.route'
  const [use] = usesOfResult(call)
  const declarator = use?.kind === 'pattern' ? use.path.parentPath : undefined
  if (use?.kind !== 'pattern' || !declarator?.isVariableDeclarator()) {
    return 'only a pattern has an equal: const { user } = useAuthMachine()'
  }
  const parts = partsOf(use.path)
  if (typeof parts === 'string') return parts
  const uses = (name: string) =>
    use.path.scope.getBinding(parts.get(name) ?? '')?.referencePaths ?? []
  const ofUser = uses('user').flatMap((path) => usesOfResult(path))
  const statusEdits = statusEditsOf(file, uses('authStatus'))
  if (typeof statusEdits === 'string') return statusEdits
  const edits: (readonly UseEdit[] | string)[] = [
    parts.has('user') ? editsOf(file, ofUser, userOfV6) : [],
    mapTexts(file, uses('route'), routeNames, 'route'),
  ]
  for (const some of edits) if (typeof some === 'string') return some
  for (const some of edits) if (typeof some !== 'string') run(some)

  const names = new Map([...parts].filter(([name]) => name in sameNames))
  const out = parts.get('signOut')
  if (parts.has('authStatus')) {
    names.set('user', names.get('user') ?? 'user')
    names.set('route', names.get('route') ?? 'route')
    run(statusEdits.map((edit) => () => edit(names)))
  }
  const hook = file.imports.add('@authchart/react', 'useAuthMachine')
  const list = [...names].map(([name, local]) => (name === local ? name : `${name}: ${local}`))
  const texts = list.length > 0 ? [`{ ${list.join(', ')} } = ${hook}()`] : []
  const to = out && app.callIn(file, 'signOut')
  if (out && out !== to) texts.push(`${out} = ${to}`)
  const { start, end } = declarator.node
  if (texts.length > 0) file.edits.update(start ?? 0, end ?? 0, texts.join(', '))
  else removeStatement(file, declarator.parentPath.node)
  file.noteRewrite(declarator.node, texts.join(', ') || 'signOut of the calls')
  return undefined
}

/** The members of the hook that a view has. */
const sameNames: Readonly<Record<string, true>> = { user: true, route: true, isPending: true }

/** The local name of each member. */
function partsOf({ node }: NodePath<ObjectPattern>): ReadonlyMap<string, string> | string {
  const parts = new Map<string, string>()
  for (const property of node.properties) {
    const isPlain =
      property.type === 'ObjectProperty' &&
      property.key.type === 'Identifier' &&
      property.value.type === 'Identifier'
    if (!isPlain) return 'its pattern has parts that have no equal'
    const name = property.key.type === 'Identifier' ? property.key.name : ''
    const local = property.value.type === 'Identifier' ? property.value.name : name
    if (!(name in sameNames) && name !== 'authStatus' && name !== 'signOut') {
      return `${name} is an action or a member of the view of its route`
    }
    parts.set(name, local)
  }
  return parts
}

/** What `authStatus === '…'` is by a view. */
const statuses: Readonly<Record<string, (user: string, route: string) => string>> = {
  authenticated: (user) => `${user} !== undefined`,
  configuring: (_, route) => `${route} === 'restoring'`,
  unauthenticated: (user, route) => `(${user} === undefined && ${route} !== 'restoring')`,
}

/** The changes for comparisons of the status; by the names of the user and the route in that place. */
function statusEditsOf(
  file: CodeFile,
  references: readonly NodePath[],
): readonly ((names: ReadonlyMap<string, string>) => void)[] | string {
  const edits: ((names: ReadonlyMap<string, string>) => void)[] = []
  for (const { parentPath: comparison, key } of references) {
    if (!comparison?.isBinaryExpression()) return 'authStatus is used in a way that has no equal'
    const { left, right, operator } = comparison.node
    const text = key === 'left' ? right : left
    const status = text.type === 'StringLiteral' ? statuses[text.value] : undefined
    const isEqual = operator.startsWith('==')
    if (!status || (!isEqual && !operator.startsWith('!='))) {
      return 'authStatus is used in a way that has no equal'
    }
    edits.push((names) => {
      const to = status(names.get('user') ?? 'user', names.get('route') ?? 'route')
      const { start, end } = comparison.node
      file.edits.update(start ?? 0, end ?? 0, isEqual ? to : negated(to))
    })
  }
  return edits
}

function negated(comparison: string): string {
  if (comparison.startsWith('(')) return `!${comparison}`
  return comparison.includes('!==')
    ? comparison.replace('!==', '===')
    : comparison.replace('===', '!==')
}

import type { NodePath } from '@babel/traverse'
import type { ObjectPattern } from '@babel/types'
import { type CodeFile, lineOf } from '../code-file.ts'
import type { LibraryCall, Rule } from '../rule.ts'
import {
  classicSession,
  classicUser,
  editOfUse,
  endWithParens,
  type Shape,
  sessionOfV6,
  tokensOfV6,
  type UseEdit,
  userOfV6,
} from '../shapes.ts'
import { argumentsOf, resultOf, type Use, usesOfResult } from '../uses.ts'

/** `Auth.currentSession()`, `Auth.userSession(user)` → `auth.getSession()` */
export const currentSession: Rule = ({ file, app, callee, call }) => {
  const { uses } = resultOf(call)
  const edits = editsOf(file, uses, classicSession)
  if (typeof edits === 'string') return edits
  run(edits)
  const to = `${app.authIn(file)}.getSession`
  replaceCall(file, callee, call, to)
  file.noteRewrite(call.node, `${to}()`)
  return undefined
}

/** `fetchAuthSession()` → `currentSession()` of the calls, or `auth.credentials()` */
export const fetchAuthSession: Rule = (one) => {
  const { file, app, callee, call } = one
  const { awaited, uses } = resultOf(call)
  const [use] = uses
  if (uses.length === 1 && use?.kind === 'pattern') return destructured(one, use.path, awaited)
  const isOfCredentials = uses.some(({ path, kind }) => {
    const member = kind === 'value' && path.parentPath?.node
    return member && /\.\s*(credentials|identityId)\b/.test(file.source(member))
  })
  if (isOfCredentials) return 'credentials are a call of their own: auth.credentials()'
  const edits = editsOf(file, uses, sessionOfV6)
  if (typeof edits === 'string') return edits
  run(edits)
  const to = app.callIn(file, 'currentSession')
  file.edits.update(callee.node.start ?? 0, callee.node.end ?? 0, to)
  file.noteRewrite(call.node, `${to}()`)
  return undefined
}

/** `const { tokens, credentials } = await fetchAuthSession()`: a declaration for each. */
function destructured(
  { file, app, call }: LibraryCall,
  pattern: NodePath<ObjectPattern>,
  awaited: NodePath | undefined,
): string | undefined {
  const { parentPath: declarator } = pattern
  if (!awaited || !declarator?.isVariableDeclarator()) {
    return 'tokens and credentials are two calls: auth.getSession() and auth.credentials()'
  }
  const options = argumentsOf(call.node).map((node) => file.source(node))
  const parts: (() => string)[] = []
  const edits: UseEdit[] = []
  for (const property of pattern.node.properties) {
    const name =
      property.type === 'ObjectProperty' && property.key.type === 'Identifier'
        ? property.key.name
        : ''
    const local = property.type === 'ObjectProperty' ? property.value : undefined
    if (local?.type !== 'Identifier') return 'its tokens have no members of their own here'
    const session = () => `await ${app.callIn(file, 'currentSession')}(${options.join(', ')})`
    if (name === 'tokens') {
      const binding = pattern.scope.getBinding(local.name)
      const found = editsOf(file, (binding?.referencePaths ?? []).map(valueUse), tokensOfV6)
      if (typeof found === 'string') return found
      edits.push(...found)
      parts.push(() => `${local.name} = ${session()}`)
    } else if (name === 'credentials') {
      app.useCredentials()
      parts.push(() => `${local.name} = await ${app.authIn(file)}.credentials()`)
    } else if (name === 'userSub') {
      parts.push(() => `${local.name} = (${session()})?.user.userId`)
    } else return `${name} has no equal`
  }
  run(edits)
  const { start, end } = declarator.node
  const text = parts.map((part) => part()).join(', ')
  file.edits.update(start ?? 0, end ?? 0, text)
  file.noteRewrite(declarator.node, text)
  return undefined
}

/** `getCurrentUser()`, `Auth.currentAuthenticatedUser()` → the user of `auth.getSession()` */
export const currentUser: Rule = ({ file, app, reference, callee, call, isClassic }) => {
  const { awaited, uses } = resultOf(call)
  const edits = editsOf(file, uses, isClassic ? classicUser : userOfV6)
  if (typeof edits === 'string') return edits
  const taker = uses.map(({ path }) => libraryThatTakes(file, path)).find((name) => name)
  if (taker) return `${taker} takes the user`
  run(edits)
  const to = `${app.authIn(file)}.getSession`
  replaceCall(file, callee, call, to)
  if (!awaited) {
    file.edits.appendLeft(call.node.end ?? 0, '.then(({ user }) => user)')
    file.noteRewrite(call.node, `${to}().then(({ user }) => user)`)
  } else {
    takeUser(file, awaited)
    file.noteRewrite(awaited.node, `(await ${to}()).user`)
  }
  const isPassedOn = uses.some(({ kind }) => kind === 'passedOn')
  if (isClassic && isPassedOn) {
    file.list(reference, call.node, {
      about: 'currentAuthenticatedUser',
      kind: 'check',
      advice:
        'the user is passed on: it has username, userId, email, name, groups and claims, and no attributes and no methods',
    })
  }
  return undefined
}

/** A function of the library that gets the user as its argument. */
function libraryThatTakes(file: CodeFile, { parentPath: call, listKey }: NodePath) {
  if (listKey !== 'arguments' || !call?.isCallExpression()) return undefined
  const callee = file.source(call.node.callee)
  const [object = ''] = callee.split('.')
  return file.oldImports.some(({ local }) => local === object) ? callee : undefined
}

function takeUser(file: CodeFile, awaited: NodePath): void {
  const { start, end, extra } = awaited.node
  if (usesOfResult(awaited).length === 0) return
  if (extra?.parenthesized) file.edits.appendLeft(endWithParens(file, awaited), '.user')
  else {
    file.edits.appendRight(start ?? 0, '(')
    file.edits.appendLeft(end ?? 0, ').user')
  }
}

/** The changes of all uses, or why one of them has none. */
export function editsOf(
  file: CodeFile,
  uses: readonly Use[],
  shape: Shape,
): readonly UseEdit[] | string {
  const edits: UseEdit[] = []
  for (const use of uses) {
    const edit = editOfUse(file, use, shape)
    if (!edit) {
      const where = use.path.parentPath ?? use.path
      const code = file.source(where.node).replace(/\s+/g, ' ').slice(0, 60)
      return `line ${lineOf(use.path.node)} has no equal: ${code}`
    }
    edits.push(edit)
  }
  return edits
}

export function run(edits: readonly UseEdit[]): void {
  for (const edit of edits) edit()
}

function valueUse(path: NodePath): Use {
  const [use] = usesOfResult(path)
  return use ?? { kind: 'passedOn', path }
}

/** Another function, with those of its arguments that it takes: `{ forceRefresh }` stays. */
function replaceCall(file: CodeFile, callee: NodePath, call: NodePath, to: string): void {
  file.edits.update(callee.node.start ?? 0, callee.node.end ?? 0, to)
  for (const argument of argumentsOf(call.node)) {
    if (!/\bforceRefresh\b/.test(file.source(argument))) {
      file.edits.remove(argument.start ?? 0, argument.end ?? 0)
    }
  }
}

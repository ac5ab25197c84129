import type { NodePath } from '@babel/traverse'
import type { Node, ObjectExpression } from '@babel/types'
import type { AuthFiles } from '../auth-files.ts'
import type { CodeFile } from '../code-file.ts'
import { moveConfig, removeStatement, removeUnused } from '../moved-config.ts'
import { classicSession, type UseEdit } from '../shapes.ts'
import {
  argumentsOf,
  followChain,
  isCall,
  isMember,
  isTest,
  memberName,
  usesByHandler,
} from '../uses.ts'
import { editsOf } from './session-rules.ts'

/**
 * `new CognitoUserPool({ UserPoolId, ClientId })` → `createAuth({ config })` in the file of the auth. The pool goes if
 * nothing else needs it.
 */
export function userPool(file: CodeFile, app: AuthFiles, reference: NodePath): string | undefined {
  const created = reference.parentPath
  if (!created?.isNewExpression()) return 'it is used as a value'
  if (app.hasConfig) return 'the auth of this app has a configuration already'
  const [argument] = created.get('arguments') as NodePath[]
  const data = argument && objectOf(argument)
  if (!data) return 'its options are no object of this file'
  const text = configText(file, data.node)
  if (text === undefined) return 'it has options of its own: createAuth() takes storage'
  const moved = moveConfig(file, data, app.authModule, text)
  if (typeof moved === 'string') return moved
  app.setConfig(moved)
  file.noteRewrite(created.node, 'createAuth()')
  const declarator = created.parentPath
  const isGone =
    declarator.isVariableDeclarator() &&
    declarator.get('id').isIdentifier() &&
    variableUses(declarator).every((use) => file.isDone(use)) &&
    declarator.parentPath.parentPath?.isProgram()
  if (!isGone) return `the auth has its configuration; what still uses the pool keeps it`
  removeStatement(file, declarator.parentPath.node)
  removeUnused(file, moved)
  const options = argument.isIdentifier()
    ? argument.scope.getBinding(argument.node.name)
    : undefined
  const { parentPath: declaration } = options?.path ?? {}
  if (options?.referencePaths.length === 1 && declaration) removeStatement(file, declaration.node)
  file.importBare(app.authModule)
  file.done(reference)
  return undefined
}

/** The references of the variable of a declaration. */
export function variableUses(declarator: NodePath): readonly NodePath[] {
  if (!declarator.isVariableDeclarator()) return []
  const { id } = declarator.node
  if (id.type !== 'Identifier') return []
  return declarator.scope.getBinding(id.name)?.referencePaths ?? []
}

/**
 * `pool.getCurrentUser()` → `auth.getView().user`, with `getUsername`, `getSession` and `signOut` of that user.
 *
 * @returns why it stays
 */
export function currentUserOfPool(
  file: CodeFile,
  app: AuthFiles,
  pool: NodePath,
): string | undefined {
  const call = followChain(pool, ['getCurrentUser', '()'])
  if (!call) return 'the pool is passed on'
  const declarator = call.parentPath
  if (!declarator?.isVariableDeclarator()) return 'only a variable for the user has an equal'
  const edits: UseEdit[] = []
  for (const use of variableUses(declarator)) {
    const edit = isTest(use) ? [] : editsOfUser(file, app, use)
    if (typeof edit === 'string') return edit
    edits.push(...edit)
  }
  for (const edit of edits) edit()
  // The library's is null without a user.
  const to = `${app.authIn(file)}.getView().user ?? null`
  file.edits.update(call.node.start ?? 0, call.node.end ?? 0, to)
  file.noteRewrite(call.node, to)
  file.list(
    pool,
    call.node,
    {
      about: 'getCurrentUser',
      kind: 'check',
      advice:
        'while the session is restored (view.route is restoring) there is no user yet: await auth.ready() before, or show the view',
    },
    true,
  )
  file.done(pool)
  return undefined
}

function editsOfUser(file: CodeFile, app: AuthFiles, user: NodePath): readonly UseEdit[] | string {
  const member = user.parentPath
  const call = member?.parentPath
  const name = member ? memberName(member.node) : undefined
  if (!member || !call || !isMember(member) || !isCall(call) || member.key === 'arguments') {
    return 'the user is passed on: toCognitoUser(auth) gives a CognitoUser'
  }
  const update = (node: Node, to: string) => file.edits.update(node.start ?? 0, node.end ?? 0, to)
  const [first] = call.get('arguments') as NodePath[]
  if (name === 'getUsername') return [() => update(call.node, `${file.source(user.node)}.username`)]
  if (name === 'signOut' && argumentsOf(call.node).length === 0) {
    return [() => update(member.node, app.callIn(file, 'signOut'))]
  }
  if (name !== 'getSession' || !first) {
    return `${name}() needs a CognitoUser: toCognitoUser(auth), or an action of the view`
  }
  const edits = editsOf(file, usesByHandler(first, 1), classicSession)
  if (typeof edits === 'string') return edits
  const [types] = first.isFunction() ? first.get('params').slice(1) : []
  const annotation = types?.isIdentifier() ? types.node.typeAnnotation : undefined
  return [
    ...edits,
    () => update(member.node, app.callIn(file, 'answer')),
    () => file.edits.appendRight(first.node.start ?? 0, `${app.authIn(file)}.getSession(), `),
    ...(annotation ? [() => file.edits.remove(annotation.start ?? 0, annotation.end ?? 0)] : []),
  ]
}

function objectOf(path: NodePath): NodePath<ObjectExpression> | undefined {
  if (path.isObjectExpression()) return path
  if (!path.isIdentifier()) return undefined
  const declared = path.scope.getBinding(path.node.name)?.path
  const init = declared?.isVariableDeclarator() ? declared.get('init') : undefined
  return init?.isObjectExpression() ? init : undefined
}

/** `undefined` with members other than those of a configuration. */
function configText(file: CodeFile, { properties }: ObjectExpression): string | undefined {
  const names: Readonly<Record<string, string>> = {
    UserPoolId: 'userPoolId',
    ClientId: 'userPoolClientId',
    endpoint: 'endpoint',
  }
  const members: string[] = []
  for (const property of properties) {
    if (property.type !== 'ObjectProperty' || property.key.type !== 'Identifier') return undefined
    const name = names[property.key.name]
    if (!name) return undefined
    const value = file.source(property.value)
    members.push(value === name ? name : `${name}: ${value}`)
  }
  return `{ ${members.join(', ')} }`
}

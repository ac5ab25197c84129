import type { Binding, NodePath } from '@babel/traverse'
import type { Node } from '@babel/types'
import type { CodeFile } from '../code-file.ts'
import { mapTexts } from '../map-texts.ts'
import type { Rule } from '../rule.ts'
import type { UseEdit } from '../shapes.ts'
import { followChain } from '../uses.ts'

/** Events of the Hub → those of `auth.on`. */
const eventNames: ReadonlyMap<string, string> = new Map(
  Object.entries({
    signIn: 'signedIn',
    signedIn: 'signedIn',
    autoSignIn: 'signedIn',
    signOut: 'signedOut',
    signedOut: 'signedOut',
    signUp: 'signUp.submitted',
    confirmSignUp: 'signUp.completed',
    forgotPasswordSubmit: 'passwordReset.completed',
    updateUserAttributes: 'attributes.updated',
    verify: 'attribute.verified',
    userDeleted: 'user.deleted',
    tokenRefresh: 'token.refreshed',
    tokenRefresh_failure: 'token.refreshFailed',
    signInWithRedirect: 'redirect.completed',
    customOAuthState: 'redirect.completed',
    cognitoHostedUI: 'redirect.completed',
    signIn_failure: 'failure',
    signUp_failure: 'failure',
    signInWithRedirect_failure: 'failure',
    cognitoHostedUI_failure: 'failure',
    forgotPassword_failure: 'failure',
    forgotPasswordSubmit_failure: 'failure',
    updateUserAttributes_failure: 'failure',
  }),
)

/** `Hub.listen('auth', …)` → `auth.on('*', …)` */
export const hubListen: Rule = ({ file, app, callee, call }) => {
  const [channel, handler] = call.get('arguments') as NodePath[]
  if (!channel || !handler) return 'it has no handler'
  if (/\bHub\s*\.\s*remove\b/.test(file.text)) {
    return 'Hub.remove() has no equal: call the unsubscribe() that auth.on() returns'
  }
  const listener = functionOf(handler)
  if (!listener) return 'its handler is not a function of this file that has no other use'
  const [capsule] = listener.get('params') as NodePath[]
  const edits = capsule ? editsOfCapsule(file, capsule) : []
  if (typeof edits === 'string') return edits
  for (const edit of edits) edit()
  const to = `${app.authIn(file)}.on`
  file.edits.update(callee.node.start ?? 0, callee.node.end ?? 0, to)
  file.edits.update(channel.node.start ?? 0, channel.node.end ?? 0, "'*'")
  const isDropped = call.parentPath?.isExpressionStatement()
  if (!isDropped) file.edits.appendLeft(call.node.end ?? 0, '.unsubscribe')
  file.noteRewrite(callee.node, `${to}('*', …)`)
  return undefined
}

function functionOf(handler: NodePath): NodePath | undefined {
  if (handler.isFunction()) return handler
  if (!handler.isIdentifier()) return undefined
  const binding = handler.scope.getBinding(handler.node.name)
  if (binding?.referencePaths.length !== 1) return undefined
  if (binding.path.isFunctionDeclaration()) return binding.path
  const init = binding.path.isVariableDeclarator() ? binding.path.get('init') : undefined
  return init?.isFunction() ? init : undefined
}

/** The changes for what a handler gets: `{ payload: { event, data } }`. */
function editsOfCapsule(file: CodeFile, capsule: NodePath): readonly UseEdit[] | string {
  const { node, scope } = capsule
  if (capsule.isIdentifier()) {
    const binding = scope.getBinding(capsule.node.name)
    const edits = editsOfPayload(file, binding, ['payload'], capsule.node.name)
    const type = capsule.node.typeAnnotation
    return typeof edits === 'string' || !type ? edits : [...edits, () => removeNode(file, type)]
  }
  const payload = capsule.isObjectPattern() ? memberOf(capsule.node, 'payload') : undefined
  if (payload?.type === 'Identifier') {
    const name = freeName(file, ['event', 'emitted', 'authEvent'])
    const edits = editsOfPayload(file, scope.getBinding(payload.name), [], name)
    if (typeof edits === 'string') return edits
    const isBare = !capsule.parentPath?.isArrowFunctionExpression() || isInParens(file, node)
    const to = isBare ? name : `(${name})`
    return [...edits, () => file.edits.update(node.start ?? 0, node.end ?? 0, to)]
  }
  const event = payload?.type === 'ObjectPattern' ? memberOf(payload, 'event') : undefined
  if (payload?.type !== 'ObjectPattern' || event?.type !== 'Identifier') {
    return 'what its handler gets is read in a way that has no equal'
  }
  if (payload.properties.length > 1)
    return 'data of an event has members of its own: event.user, event.failure'
  const edits = editsOfEvent(file, scope.getBinding(event.name)?.referencePaths ?? [])
  if (typeof edits === 'string') return edits
  const to = event.name === 'type' ? '{ type }' : `{ type: ${event.name} }`
  return [...edits, () => file.edits.update(node.start ?? 0, node.end ?? 0, to)]
}

function editsOfPayload(
  file: CodeFile,
  binding: Binding | undefined,
  steps: readonly string[],
  name: string,
): readonly UseEdit[] | string {
  const edits: UseEdit[] = []
  for (const reference of binding?.referencePaths ?? []) {
    const event = followChain(reference, [...steps, 'event'])
    const data = followChain(reference, [...steps, 'data'])
    const path = event ?? data
    if (!path) return `${file.source(reference.parent)} has no equal`
    const to = event ? `${name}.type` : dataOf(path, name)
    if (to === undefined)
      return 'data of an event has members of its own: event.user, event.failure'
    if (event) {
      const names = editsOfEvent(file, [event])
      if (typeof names === 'string') return names
      edits.push(...names)
    }
    edits.push(() => file.edits.update(reference.node.start ?? 0, path.node.end ?? 0, to))
  }
  return edits
}

/** What `data` is here: the user of a sign-in, or the state of a redirect. */
function dataOf(path: NodePath, name: string): string | undefined {
  const branch = path.findParent((parent) => parent.isSwitchCase())
  const test = branch?.isSwitchCase() ? branch.node.test : undefined
  const event = test?.type === 'StringLiteral' ? test.value : ''
  if (event === 'customOAuthState') return `${name}.customState`
  const isUser = ['username', 'userId'].some((member) => followChain(path, [member]))
  return isUser && eventNames.get(event) === 'signedIn' ? `${name}.user` : undefined
}

function editsOfEvent(
  file: CodeFile,
  references: readonly NodePath[],
): readonly UseEdit[] | string {
  return mapTexts(file, references, eventNames, 'event')
}

function memberOf(pattern: Node, name: string): Node | undefined {
  if (pattern.type !== 'ObjectPattern') return undefined
  for (const property of pattern.properties) {
    if (property.type !== 'ObjectProperty' || property.key.type !== 'Identifier') continue
    if (property.key.name === name) return property.value
  }
  return undefined
}

function freeName({ program }: CodeFile, names: readonly string[]): string {
  const taken = new Set<string>()
  program.traverse({
    Identifier({ node, key, parent }) {
      const isMemberName = key === 'property' && 'computed' in parent && !parent.computed
      if (!isMemberName) taken.add(node.name)
    },
  })
  return names.find((name) => !taken.has(name)) ?? 'authChartEvent'
}

function isInParens({ text }: CodeFile, { start }: Node): boolean {
  return /\(\s*$/.test(text.slice(0, start ?? 0))
}

function removeNode(file: CodeFile, { start, end }: Node): void {
  file.edits.remove(start ?? 0, end ?? 0)
}

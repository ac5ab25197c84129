import type { NodePath } from '@babel/traverse'
import type { Node, ObjectPattern } from '@babel/types'

/** How the result of a call is used. */
export type Use =
  /** A member of it is read, or it is compared: `path` is the expression that has the result. */
  | { readonly kind: 'value'; readonly path: NodePath }
  | { readonly kind: 'pattern'; readonly path: NodePath<ObjectPattern> }
  /** Another function gets it, or it is returned or stored. */
  | { readonly kind: 'passedOn'; readonly path: NodePath }

/** A call whose result is a promise, and what becomes of it. */
export interface CallResult {
  /** `await` of the call itself. */
  readonly awaited: NodePath | undefined
  readonly uses: readonly Use[]
}

/** Follows the result of a call through `await`, `.then()`, variables and patterns. */
export function resultOf(call: NodePath): CallResult {
  const awaited = call.parentPath?.isAwaitExpression() ? call.parentPath : undefined
  let end = call
  for (;;) {
    const next = calledOn(end, ['catch', 'finally'])
    if (!next) break
    end = next
  }
  const then = calledOn(end, ['then'])
  if (then) {
    const [handler] = then.get('arguments') as NodePath[]
    return { awaited, uses: handler ? usesByHandler(handler) : [] }
  }
  const { parentPath } = end
  if (parentPath?.isAwaitExpression()) return { awaited, uses: usesOfResult(parentPath) }
  const isDropped = parentPath?.isExpressionStatement() || parentPath?.isUnaryExpression()
  return { awaited, uses: isDropped ? [] : [{ kind: 'passedOn', path: end }] }
}

/** The uses of the first parameter of a function, or of all its calls. */
export function usesByHandler(handler: NodePath, index = 0): readonly Use[] {
  if (!handler.isFunction()) return [{ kind: 'passedOn', path: handler }]
  const parameter = handler.get('params')[index]
  return parameter ? usesOfTarget(parameter) : []
}

/** The uses of the value that an expression has. */
export function usesOfResult(path: NodePath): readonly Use[] {
  const { parentPath } = path
  if (parentPath?.isExpressionStatement()) return []
  if (parentPath?.isVariableDeclarator() && path.key === 'init') {
    return usesOfTarget(parentPath.get('id'))
  }
  if (parentPath?.isAssignmentExpression() && path.key === 'right') {
    const target = parentPath.get('left')
    if (parentPath.parentPath.isExpressionStatement()) return usesOfTarget(target)
  }
  return [useOf(path)]
}

function usesOfTarget(target: NodePath): readonly Use[] {
  if (target.isObjectPattern()) return [{ kind: 'pattern', path: target }]
  if (!target.isIdentifier()) return [{ kind: 'passedOn', path: target }]
  const binding = target.scope.getBinding(target.node.name)
  if (!binding) return [{ kind: 'passedOn', path: target }]
  return binding.referencePaths.map(useOf)
}

function useOf(path: NodePath): Use {
  const outer = withoutAssertions(path)
  const { parentPath: parent } = outer
  const isRead = parent !== null && isMember(parent) && outer.key === 'object'
  return { kind: isRead || isTest(outer) ? 'value' : 'passedOn', path }
}

/** Whether only its truth counts: `if (it)`, `!it`, `it && …`, `it ? …`. */
export function isTest({ parentPath: parent, key }: NodePath): boolean {
  if (!parent) return false
  if (parent.isLogicalExpression()) return key === 'left' && parent.node.operator !== '??'
  if (parent.isUnaryExpression()) return parent.node.operator === '!'
  if (parent.isBinaryExpression()) {
    const other = key === 'left' ? parent.node.right : parent.node.left
    return (
      other.type === 'NullLiteral' || (other.type === 'Identifier' && other.name === 'undefined')
    )
  }
  return key === 'test'
}

/** The call of `path.<name>()`. */
function calledOn(path: NodePath, names: readonly string[]): NodePath | undefined {
  const { parentPath: member } = path
  if (!member || !isMember(member) || path.key !== 'object') return undefined
  const { parentPath: call } = member
  const isCalled = call && isCall(call) && member.key === 'callee'
  return isCalled && names.includes(memberName(member.node) ?? '') ? call : undefined
}

/**
 * Follows members and calls (`'()'`, without arguments) from a value; the path of the last one.
 *
 * @example followChain(session, ['getIdToken', '()', 'getJwtToken', '()'])
 */
export function followChain(value: NodePath, steps: readonly string[]): NodePath | undefined {
  let path = value
  for (const step of steps) {
    const inner = withoutAssertions(path)
    const { parentPath: parent } = inner
    if (!parent) return undefined
    const fits =
      step === '()'
        ? isCall(parent) && inner.key === 'callee' && argumentsOf(parent.node).length === 0
        : isMember(parent) && inner.key === 'object' && memberName(parent.node) === step
    if (!fits) return undefined
    path = parent
  }
  return path
}

/** `it!` and `it as T` are `it`. */
function withoutAssertions(path: NodePath): NodePath {
  const { parentPath: parent } = path
  const isAssertion = parent?.isTSNonNullExpression() || parent?.isTSAsExpression()
  return parent && isAssertion ? withoutAssertions(parent) : path
}

export function isMember(path: NodePath): boolean {
  return path.isMemberExpression() || path.isOptionalMemberExpression()
}

export function isCall(path: NodePath): boolean {
  return path.isCallExpression() || path.isOptionalCallExpression()
}

export function argumentsOf(node: Node): readonly Node[] {
  return 'arguments' in node && Array.isArray(node.arguments) ? node.arguments : []
}

/** `name` of `it.name`, `it?.name` and `it['name']`. */
export function memberName(node: Node): string | undefined {
  if (node.type !== 'MemberExpression' && node.type !== 'OptionalMemberExpression') return undefined
  const { property, computed } = node
  if (property.type === 'StringLiteral') return property.value
  return !computed && property.type === 'Identifier' ? property.name : undefined
}

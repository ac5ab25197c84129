import type { NodePath } from '@babel/traverse'
import type { ObjectPattern } from '@babel/types'
import type { CodeFile } from './code-file.ts'
import { followChain, isTest, type Use } from './uses.ts'

/** What a chain of members and calls is here: members after a dot, or `''` for the value itself. */
type Member = readonly [steps: readonly string[], to: string]

/** How the parts of an object of a library are called here. */
export interface Shape {
  readonly members: readonly Member[]
  /** The members that a pattern may have: they have the same name here. */
  readonly same: readonly string[]
  /** Another part of the app may have it: it then is ours. */
  readonly mayBePassedOn: boolean
  /** The value itself may be tested. */
  readonly isTestable?: boolean
}

const claims = (steps: readonly string[]): readonly Member[] => [
  [[...steps, 'sub'], 'user.userId'],
  [[...steps, 'email'], 'user.email'],
  [[...steps, 'name'], 'user.name'],
  [[...steps, 'cognito:username'], 'user.username'],
  [[...steps, 'cognito:groups'], 'user.groups'],
]

/** `CognitoUserSession`. */
export const classicSession: Shape = {
  members: [
    [['getIdToken', '()', 'getJwtToken', '()'], 'idToken'],
    [['getAccessToken', '()', 'getJwtToken', '()'], 'accessToken'],
    [['idToken', 'jwtToken'], 'idToken'],
    [['accessToken', 'jwtToken'], 'accessToken'],
    ...claims(['getIdToken', '()', 'payload']),
    ...claims(['idToken', 'payload']),
    [['getAccessToken', '()', 'payload', 'cognito:groups'], 'user.groups'],
    [['getAccessToken', '()', 'payload', 'username'], 'user.username'],
  ],
  same: [],
  mayBePassedOn: false,
  isTestable: true,
}

/** `AuthTokens` of Amplify 6. */
export const tokensOfV6: Shape = {
  members: [
    [['idToken', 'toString', '()'], 'idToken'],
    [['accessToken', 'toString', '()'], 'accessToken'],
    ...claims(['idToken', 'payload']),
    [['accessToken', 'payload', 'cognito:groups'], 'user.groups'],
    [['idToken'], 'idToken'],
    [['accessToken'], 'accessToken'],
  ],
  same: [],
  mayBePassedOn: false,
  isTestable: true,
}

/** `AuthSession` of Amplify 6. */
export const sessionOfV6: Shape = {
  members: [
    ...tokensOfV6.members.map(([steps, to]): Member => [['tokens', ...steps], to]),
    [['userSub'], 'user.userId'],
    [['tokens'], ''],
  ],
  same: [],
  mayBePassedOn: false,
}

/** `CognitoUser` of the classic API. */
export const classicUser: Shape = {
  members: [
    [['getUsername', '()'], 'username'],
    [['username'], 'username'],
    [['attributes', 'sub'], 'userId'],
    [['attributes', 'email'], 'email'],
    [['attributes', 'name'], 'name'],
  ],
  same: ['username'],
  mayBePassedOn: true,
  isTestable: true,
}

/** `AuthUser` of Amplify 6. */
export const userOfV6: Shape = {
  members: [
    [['username'], 'username'],
    [['userId'], 'userId'],
  ],
  same: ['username', 'userId'],
  mayBePassedOn: true,
  isTestable: true,
}

/** The change of one use; nothing where it stays as it is. `undefined`: it has no equal. */
export type UseEdit = () => void

/** How a use of an object is written here. `undefined` if a part of it has no equal. */
export function editOfUse(file: CodeFile, use: Use, shape: Shape): UseEdit | undefined {
  if (use.kind === 'passedOn') return shape.mayBePassedOn ? nothing : undefined
  if (use.kind === 'pattern') return hasOnly(use.path, shape.same) ? nothing : undefined
  for (const [steps, to] of shape.members) {
    const end = followChain(use.path, steps)
    if (!end) continue
    if (to === '' && !isTest(end)) continue
    const [last] = steps.slice(-1)
    // Their tokens are objects, which a template turns into texts.
    const isObject = last === 'idToken' || last === 'accessToken'
    if (isObject && !end.parentPath?.isTemplateLiteral()) continue
    return () => replaceChain(file, use.path, end, to)
  }
  return shape.isTestable && isTest(use.path) ? nothing : undefined
}

function nothing(): void {}

function hasOnly({ node }: NodePath<ObjectPattern>, names: readonly string[]): boolean {
  return node.properties.every(
    (property) =>
      property.type === 'ObjectProperty' &&
      property.key.type === 'Identifier' &&
      names.includes(property.key.name),
  )
}

/** Replaces what is between the value and the end of the chain. `?.` and `!.` stay. */
function replaceChain(file: CodeFile, value: NodePath, end: NodePath, to: string): void {
  const start = endWithParens(file, value)
  const chain = file.text.slice(start, end.node.end ?? start)
  const operator = operatorOf(chain)
  file.edits.update(start, end.node.end ?? start, to === '' ? '' : `${operator}${to}`)
}

/** That of `tokens`, where a session of Amplify 6 may have none. */
function operatorOf(chain: string): string {
  const [, afterTokens] = /^\s*!?\??\.\s*tokens\s*(!?\??\.)/.exec(chain) ?? []
  const [, first = '.'] = /^\s*(!?\??\.)/.exec(chain) ?? []
  const isOfSession = /^\s*!?\??\.\s*userSub\b/.test(chain)
  return afterTokens ?? (isOfSession ? '?.' : first)
}

/** The end of an expression, with the parentheses around it. */
export function endWithParens({ text }: CodeFile, { node, parentPath }: NodePath): number {
  const end = node.end ?? 0
  if (!node.extra?.parenthesized) return end
  const [parens = ''] = /^(?:\s*\))+/.exec(text.slice(end, parentPath?.node.end ?? end)) ?? []
  return end + parens.length
}

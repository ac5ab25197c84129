import type { NodePath } from '@babel/traverse'
import { adviceFor } from './advice.ts'
import type { AuthFiles } from './auth-files.ts'
import type { CodeFile } from './code-file.ts'
import type { OldImport } from './old-import.ts'
import type { Rule } from './rule.ts'
import {
  authenticatorProvider,
  useAuthenticator,
  withAuthenticator,
} from './rules/authenticator-rules.ts'
import { configure } from './rules/configure-rule.ts'
import { hubListen } from './rules/hub-rule.ts'
import { currentUserOfPool, userPool, variableUses } from './rules/identity-js-rules.ts'
import { currentSession, currentUser, fetchAuthSession } from './rules/session-rules.ts'
import {
  credentials,
  essentialCredentials,
  federatedSignIn,
  fetchUserAttributes,
  signInWithRedirect,
  signOut,
} from './rules/simple-rules.ts'
import { argumentsOf, isCall, isMember, memberName } from './uses.ts'

type Rules = Readonly<Record<string, Rule>>

const classicRules: Rules = {
  currentSession,
  userSession: currentSession,
  currentAuthenticatedUser: currentUser,
  currentUserPoolUser: currentUser,
  currentCredentials: credentials,
  currentUserCredentials: credentials,
  essentialCredentials,
  federatedSignIn,
  signOut,
  configure,
}

const rulesOfV6: Rules = {
  fetchAuthSession,
  getCurrentUser: currentUser,
  fetchUserAttributes,
  signInWithRedirect,
  signOut,
}

const rulesOfUi: Rules = { withAuthenticator, useAuthenticator }

/** Rewrites what has an equal in a file, and lists the rest of the libraries in it. */
export function runRules(file: CodeFile, app: AuthFiles): void {
  for (const one of file.oldImports) {
    // The calls of a pool come before the pool.
    if (one.role === 'identity-js' && one.name === 'CognitoUserPool') runOnPools(file, app, one)
  }
  for (const one of file.oldImports) {
    for (const reference of file.referencesOf(one)) {
      if (!file.isSettled(reference)) runOn(file, app, one, reference)
    }
  }
}

function runOn(file: CodeFile, app: AuthFiles, one: OldImport, reference: NodePath): void {
  const member = memberOf(reference)
  const name = member ? memberName(member.node) : undefined
  if (one.role === 'Auth') apply(file, app, reference, member, classicRules, name, true)
  else if (one.role === 'function') {
    const isAll = one.name === '*'
    const callee = isAll ? member : reference
    apply(file, app, reference, callee, rulesOfV6, isAll ? name : one.name, false)
  } else if (one.role === 'Hub') runOnHub(file, app, reference, member, name)
  else if (one.role === 'Amplify') {
    const rules: Rules = name === 'configure' ? { 'Amplify.configure': configure } : {}
    apply(file, app, reference, member, rules, `Amplify.${name ?? ''}`, false)
  } else if (one.role === 'ui') {
    if (authenticatorProvider({ file, app, reference })) return
    // One element of a pair is enough in the list.
    if (reference.findParent((path) => path.isJSXClosingElement())) return
    apply(file, app, reference, reference, rulesOfUi, one.name, false)
  } else if (one.role === 'identity-js') {
    const reason = one.name === 'CognitoUserPool' ? userPool(file, app, reference) : ''
    if (reason === undefined) return
    list(file, reference, one.name === '*' ? (name ?? '') : one.name, reason, true)
  }
}

function runOnHub(
  file: CodeFile,
  app: AuthFiles,
  reference: NodePath,
  member: NodePath | undefined,
  name: string | undefined,
): void {
  const call = member?.parentPath
  const [channel] = call && isCall(call) ? argumentsOf(call.node) : []
  // Other channels are none of sign-in.
  if (channel?.type === 'StringLiteral' && channel.value !== 'auth') return
  apply(file, app, reference, member, { 'Hub.listen': hubListen }, `Hub.${name ?? ''}`, false)
}

function runOnPools(file: CodeFile, app: AuthFiles, one: OldImport): void {
  for (const reference of file.referencesOf(one)) {
    const declarator = reference.parentPath?.parentPath
    if (!declarator?.isVariableDeclarator()) continue
    for (const use of variableUses(declarator)) {
      if (memberName(use.parent) !== 'getCurrentUser') continue
      const reason = currentUserOfPool(file, app, use)
      if (reason !== undefined) list(file, use, 'getCurrentUser', reason, true)
    }
  }
}

function apply(
  file: CodeFile,
  app: AuthFiles,
  reference: NodePath,
  callee: NodePath | undefined,
  rules: Rules,
  name = '',
  isClassic: boolean,
): void {
  const call = callee?.parentPath
  const rule = Object.hasOwn(rules, name) ? rules[name] : undefined
  const isCalled = callee && call && isCall(call) && callee.key === 'callee'
  if (!rule || !isCalled) {
    // `.then(signOut)` and `onClick={signOut}` need a function of their own.
    list(file, reference, name, rule ? 'it is passed on and not called' : '', false)
    return
  }
  const before = file.findings.length
  const reason = rule({ file, app, reference, callee, call, isClassic })
  if (reason !== undefined) list(file, reference, name, reason, false)
  else if (!file.findings.slice(before).some(({ what }) => what.startsWith('Amplify.configure'))) {
    file.done(reference)
  }
}

function list(
  file: CodeFile,
  reference: NodePath,
  name: string,
  reason: string,
  isIdentityJs: boolean,
): void {
  const member = memberOf(reference)
  const inner = member ?? reference
  const outer = inner.parentPath
  const isCalled = outer && (isCall(outer) || outer.isNewExpression()) && inner.key === 'callee'
  const { node } = isCalled ? outer : inner
  const advice = adviceFor(name, isIdentityJs)
  const about = name === '' ? file.source(reference.node) : name
  file.list(
    reference,
    node,
    { about, advice: reason ? `${advice} (${reason})` : advice },
    isIdentityJs,
  )
}

function memberOf({ parentPath: parent, key }: NodePath): NodePath | undefined {
  return parent && isMember(parent) && key === 'object' ? parent : undefined
}

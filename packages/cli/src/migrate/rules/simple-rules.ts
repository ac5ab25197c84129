import type { Node } from '@babel/types'
import type { CodeFile } from '../code-file.ts'
import type { Rule } from '../rule.ts'
import { argumentsOf } from '../uses.ts'

/** `signOut()`, `Auth.signOut({ global: true })` → `signOut` of the calls */
export const signOut: Rule = ({ file, app, callee, call }) => {
  const [options] = argumentsOf(call.node)
  if (options && !hasOnly(options, ['global'])) return 'only { global } has an equal'
  const to = app.callIn(file, 'signOut')
  return replaceCallee(file, callee.node, call.node, to)
}

/** `currentCredentials()` → `auth.credentials()` */
export const credentials: Rule = ({ file, app, callee, call }) => {
  app.useCredentials()
  return replaceCallee(file, callee.node, call.node, `${app.authIn(file)}.credentials`)
}

/** `Auth.essentialCredentials()` → `essentialCredentials()` */
export const essentialCredentials: Rule = ({ file, callee, call }) => {
  const to = file.imports.add('@authchart/machine', 'essentialCredentials')
  return replaceCallee(file, callee.node, call.node, to)
}

export const fetchUserAttributes: Rule = ({ file, app, callee, call }) =>
  replaceCallee(file, callee.node, call.node, app.callIn(file, 'fetchUserAttributes'))

/** `Auth.federatedSignIn('google', …)` → `auth.federatedSignIn`; with `{ provider }` → `signInWithRedirect` */
export const federatedSignIn: Rule = (one) => {
  const { file, app, callee, call } = one
  const [first] = argumentsOf(call.node)
  if (first === undefined || first.type === 'ObjectExpression') return signInWithRedirect(one)
  app.useCredentials()
  return replaceCallee(file, callee.node, call.node, `${app.authIn(file)}.federatedSignIn`)
}

/** Names of Amplify → `identity_provider` of Cognito. */
const providers: ReadonlyMap<string, string> = new Map(
  Object.entries({
    Amazon: 'LoginWithAmazon',
    Apple: 'SignInWithApple',
  }),
)

/** `signInWithRedirect({ provider, customState })` → that of the calls */
export const signInWithRedirect: Rule = ({ file, app, callee, call }) => {
  const [input] = argumentsOf(call.node)
  const members: string[] = []
  if (input !== undefined) {
    if (input.type !== 'ObjectExpression') return 'only an object in place has an equal'
    for (const property of input.properties) {
      const name =
        property.type === 'ObjectProperty' && property.key.type === 'Identifier'
          ? property.key.name
          : ''
      const value = property.type === 'ObjectProperty' ? property.value : undefined
      if (!value || !['provider', 'customProvider', 'customState'].includes(name)) {
        return `${file.source(property)} has no equal: view.redirect() takes provider, customState, loginHint, lang and prompt`
      }
      if (name === 'customState') members.push(`customState: ${file.source(value)}`)
      else {
        const provider = providerOf(file, value)
        if (provider === undefined) return 'the provider is no text'
        if (provider !== '') members.push(`provider: ${provider}`)
      }
    }
  }
  const to = app.callIn(file, 'signInWithRedirect')
  replaceCallee(file, callee.node, call.node, to)
  if (input) {
    const text = members.length > 0 ? `{ ${members.join(', ')} }` : ''
    file.edits.update(input.start ?? 0, input.end ?? 0, text)
    for (const one of file.oldImports.filter(({ role }) => role === 'detail')) {
      for (const reference of file.referencesOf(one)) {
        if (isWithin(reference.node, input)) file.done(reference)
      }
    }
  }
  return undefined
}

/** `''` for Cognito itself. */
function providerOf(file: CodeFile, value: Node): string | undefined {
  const named = (name: string) => (name === 'Cognito' ? '' : `'${providers.get(name) ?? name}'`)
  if (value.type === 'StringLiteral') return named(value.value)
  const [, member] = /^CognitoHostedUIIdentityProvider\.(\w+)$/.exec(file.source(value)) ?? []
  if (member) return named(member)
  if (value.type !== 'ObjectExpression') return undefined
  const [custom] = value.properties
  const isCustom =
    custom?.type === 'ObjectProperty' &&
    custom.key.type === 'Identifier' &&
    custom.key.name === 'custom'
  return isCustom ? file.source(custom.value) : undefined
}

function isWithin({ start }: Node, outer: Node): boolean {
  return (start ?? 0) >= (outer.start ?? 0) && (start ?? 0) < (outer.end ?? 0)
}

function hasOnly(node: Node, names: readonly string[]): boolean {
  return (
    node.type === 'ObjectExpression' &&
    node.properties.every(
      (property) =>
        property.type === 'ObjectProperty' &&
        property.key.type === 'Identifier' &&
        names.includes(property.key.name),
    )
  )
}

function replaceCallee(file: CodeFile, callee: Node, call: Node, to: string): undefined {
  file.edits.update(callee.start ?? 0, callee.end ?? 0, to)
  file.noteRewrite(call, `${to}()`)
  return undefined
}

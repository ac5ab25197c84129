import type { NodePath } from '@babel/traverse'
import { moveConfig, removeStatement, removeUnused } from '../moved-config.ts'
import type { Rule } from '../rule.ts'

/** `Amplify.configure(outputs)` → `createAuth({ config: outputs })` in the file of the auth. */
export const configure: Rule = ({ file, app, reference, call }) => {
  const [config, options] = call.get('arguments') as NodePath[]
  if (!config) return 'it has no configuration'
  if (!call.parentPath?.isExpressionStatement()) return 'it is a part of another expression'
  if (app.hasConfig) return 'the auth of this app has a configuration already'
  const moved = moveConfig(
    file,
    config,
    app.authModule,
    authPartOf(file.source(config.node), config),
  )
  if (typeof moved === 'string') return moved
  app.setConfig(moved)
  file.noteRewrite(call.node, 'createAuth()')
  file.importBare(app.authModule)
  if (app.hasOtherCategories) {
    file.list(reference, call.node, {
      about: 'Amplify.configure',
      kind: 'check',
      advice:
        'it stays for the other parts of Amplify, which find the session of the auth in the storage',
    })
    return undefined
  }
  removeStatement(file, call.parentPath.node)
  removeUnused(file, moved)
  file.done(reference)
  if (options) {
    file.list(reference, call.node, {
      about: 'Amplify.configure',
      kind: 'check',
      advice: 'its second argument is gone: createAuth() takes storage and other options by name',
    })
  }
  return undefined
}

/** The part for sign-in, if an object has several parts. */
function authPartOf(text: string, config: NodePath): string {
  if (!config.isObjectExpression()) return text
  const auth = config.node.properties.find(
    (property) =>
      property.type === 'ObjectProperty' &&
      property.key.type === 'Identifier' &&
      property.key.name === 'Auth',
  )
  if (!auth || config.node.properties.length === 1) return text
  const offset = config.node.start ?? 0
  return `{ ${text.slice((auth.start ?? 0) - offset, (auth.end ?? 0) - offset)} }`
}

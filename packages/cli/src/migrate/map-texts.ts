import type { NodePath } from '@babel/traverse'
import type { Node } from '@babel/types'
import type { CodeFile } from './code-file.ts'
import type { UseEdit } from './shapes.ts'

/**
 * Renames the texts that expressions are compared with: `it === 'signIn'`, and the cases of `switch (it)`.
 *
 * @param kind what a text names, e.g. `event`
 * @returns the changes, or why there are none: a text that has no name here.
 */
export function mapTexts(
  file: CodeFile,
  expressions: readonly NodePath[],
  names: ReadonlyMap<string, string>,
  kind: string,
): readonly UseEdit[] | string {
  const edits: UseEdit[] = []
  for (const expression of expressions) {
    for (const text of comparedWith(expression)) {
      if (text.type !== 'StringLiteral') return `the ${kind} is compared with ${file.source(text)}`
      const to = names.get(text.value)
      if (to === undefined) return `the ${kind} '${text.value}' has no equal`
      const quote = file.source(text).charAt(0)
      edits.push(() => file.edits.update(text.start ?? 0, text.end ?? 0, `${quote}${to}${quote}`))
    }
  }
  return edits
}

function comparedWith(expression: NodePath): readonly Node[] {
  const { parentPath: parent, key } = expression
  if (parent?.isBinaryExpression()) {
    return [key === 'left' ? parent.node.right : parent.node.left]
  }
  if (parent?.isSwitchStatement() && key === 'discriminant') {
    return parent.node.cases.flatMap(({ test }) => (test ? [test] : []))
  }
  return []
}

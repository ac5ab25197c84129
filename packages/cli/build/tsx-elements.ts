import ts from 'typescript'
import type { ClassText, MarkupElement } from './element.ts'

/** The elements of the components in a file, in their order. */
export function tsxElements(text: string): readonly MarkupElement[] {
  const source = ts.createSourceFile('file.tsx', text, ts.ScriptTarget.Latest, true)
  const found: MarkupElement[] = []
  const visit = (node: ts.Node, ancestors: readonly MarkupElement[]) => {
    const isFunction = ts.isFunctionDeclaration(node)
    const opening = openingOf(node)
    const element = opening && elementOf(opening, text, ancestors)
    if (element) found.push(element)
    const inner = element ? [element, ...ancestors] : isFunction ? [] : ancestors
    ts.forEachChild(node, (child) => visit(child, inner))
  }
  visit(source, [])
  return found
}

function openingOf(node: ts.Node): ts.JsxOpeningLikeElement | undefined {
  if (ts.isJsxElement(node)) return node.openingElement
  return ts.isJsxSelfClosingElement(node) ? node : undefined
}

function elementOf(
  node: ts.JsxOpeningLikeElement,
  text: string,
  ancestors: readonly MarkupElement[],
): MarkupElement {
  const attribute = node.attributes.properties.find(
    (property): property is ts.JsxAttribute =>
      ts.isJsxAttribute(property) && property.name.getText() === 'className',
  )
  return {
    tag: node.tagName.getText(),
    attributesAt: node.tagName.end,
    opening: text.slice(node.getStart(), node.end),
    ancestors,
    ...(attribute?.initializer && {
      classes: {
        start: attribute.getStart(),
        end: attribute.end,
        isText: ts.isStringLiteral(attribute.initializer),
        texts: textsIn(attribute.initializer),
      },
    }),
  }
}

function textsIn(node: ts.Node): readonly ClassText[] {
  if (ts.isStringLiteral(node)) {
    return [{ start: node.getStart(), end: node.end, name: node.text }]
  }
  return node.getChildren().flatMap(textsIn)
}

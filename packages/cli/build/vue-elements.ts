import { parse } from 'vue/compiler-sfc'
import type { MarkupElement } from './element.ts'

interface Located {
  readonly loc: {
    readonly start: { readonly offset: number }
    readonly end: { readonly offset: number }
  }
}

/** The parts of Vue's syntax tree that are read here. */
interface Node extends Located {
  readonly tag?: string
  readonly props?: readonly Attribute[]
  readonly children?: readonly Node[]
}

interface Attribute extends Located {
  readonly name: string
  readonly rawName?: string
  readonly value?: { readonly content: string }
}

/** The elements of a component's template, in their order. */
export function vueElements(text: string): readonly MarkupElement[] {
  const { template } = parse(text).descriptor
  const found: MarkupElement[] = []
  const visit = (node: Node, ancestors: readonly MarkupElement[]) => {
    const element = node.tag ? elementOf(node, node.tag, text, ancestors) : undefined
    if (element) found.push(element)
    const inner = element ? [element, ...ancestors] : ancestors
    for (const child of node.children ?? []) visit(child, inner)
  }
  for (const node of (template?.ast?.children ?? []) as readonly Node[]) visit(node, [])
  return found
}

function elementOf(
  node: Node,
  tag: string,
  text: string,
  ancestors: readonly MarkupElement[],
): MarkupElement {
  const { start, end } = rangeOf(node)
  const attribute = node.props?.find(
    ({ name, rawName }) => name === 'class' || rawName === ':class',
  )
  const range = attribute && rangeOf(attribute)
  const isText = attribute?.rawName === undefined
  return {
    tag,
    attributesAt: placeOfClass(node) ?? start + 1 + tag.length,
    opening: text.slice(start, node.children?.[0] ? rangeOf(node.children[0]).start : end),
    ancestors,
    ...(range && {
      classes: {
        ...range,
        isText,
        texts: isText
          ? [{ ...range, name: attribute?.value?.content ?? '' }]
          : textsIn(text, range.start, range.end),
      },
    }),
  }
}

/** Before `v-bind`, or else after all others: what decides whether an element is there comes first. */
function placeOfClass({ props = [] }: Node): number | undefined {
  const bind = props.findIndex(({ rawName }) => rawName === 'v-bind')
  const before = bind === -1 ? props.at(-1) : props[bind - 1]
  return before && rangeOf(before).end
}

/** The texts of an expression, which are in single quotes in a template. */
function textsIn(text: string, start: number, end: number) {
  return [...text.slice(start, end).matchAll(/'([\w-]+)'/g)].map(
    ({ 0: quoted, 1: name = '', index }) => ({
      start: start + index,
      end: start + index + quoted.length,
      name,
    }),
  )
}

function rangeOf({ loc }: Located) {
  return { start: loc.start.offset, end: loc.end.offset }
}

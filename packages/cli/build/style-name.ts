import type { MarkupElement } from './element.ts'

/** The name of an element's style: its class, or what its tag means where it is. */
export function styleName(element: MarkupElement): string | undefined {
  const { tag, opening, classes } = element
  if (classes?.isText) return nameOfClass(classes.texts[0]?.name ?? '', element)
  if (opening.includes('accountProps')) return undefined
  if (tag === 'input') return isIn(element, 'choice') ? 'choiceInput' : 'input'
  if (tag === 'button' && opening.includes('submitProps')) return 'submit'
  if (tag === 'button') return isIn(element, 'tabs') ? 'tab' : 'button'
  if (tag === 'li') return isIn(element, 'rules') ? 'rule' : 'device'
  if (tag === 'p') return isIn(element, 'setup') ? 'setupText' : undefined
  return ['label', 'h1', 'h2'].includes(tag) ? tag : undefined
}

/** The style of a class where it is the only one, or one of two in a condition. */
export function nameOfClass(name: string, element: MarkupElement): string {
  if (name === 'alert' && isIn(element, 'field')) return 'fieldAlert'
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
}

function isIn({ ancestors }: MarkupElement, name: string): boolean {
  return ancestors.some(({ classes }) => classes?.texts.some((text) => text.name === name))
}

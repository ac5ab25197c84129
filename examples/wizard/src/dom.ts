export type Child = Node | string | false | undefined

type Properties<Tag extends keyof HTMLElementTagNameMap> = Partial<
  Omit<HTMLElementTagNameMap[Tag], 'style' | 'children'>
>

/** One element with its properties (not attributes) and children; what is false is left out. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Properties<Tag> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const node = Object.assign(document.createElement(tag), properties)
  node.append(...children.filter((child) => child !== undefined && child !== false))
  return node
}

/** Leads to another screen, which is why it is a link; the address stays. */
export function link(text: string, follow: () => void): HTMLAnchorElement {
  const onclick = (event: Event) => {
    event.preventDefault()
    follow()
  }
  return element('a', { href: '#', onclick }, text)
}

export function button(text: string, onclick: () => void, disabled = false): HTMLButtonElement {
  return element('button', { type: 'button', onclick, disabled }, text)
}

type Child = Node | string | number | false | null | undefined

/** Attributes; those that begin with `on` are listeners. There is no `style`: a strict CSP forbids it. */
export type Props = Readonly<
  Record<string, string | number | boolean | undefined | ((event: never) => void)>
> & { readonly style?: never }

/** An HTML element. Texts go in as text nodes, so there is nothing to escape. */
export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  props: Props = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  return fill(document.createElement(tag), props, children)
}

/** An SVG element. */
export function s<Tag extends keyof SVGElementTagNameMap>(
  tag: Tag,
  props: Props = {},
  ...children: readonly Child[]
): SVGElementTagNameMap[Tag] {
  return fill(document.createElementNS('http://www.w3.org/2000/svg', tag), props, children)
}

function fill<E extends Element>(element: E, props: Props, children: readonly Child[]): E {
  for (const [name, value] of Object.entries(props)) {
    if (typeof value === 'function') {
      element.addEventListener(name.slice(2), value as (event: Event) => void)
    } else if (value !== undefined && value !== false) {
      element.setAttribute(name, value === true ? '' : String(value))
    }
  }
  for (const child of children) {
    if (child === false || child === null || child === undefined) continue
    element.append(typeof child === 'number' ? String(child) : child)
  }
  return element
}

const keys = new WeakMap<Element, string>()

/**
 * Replaces the content of an element if its key has changed, but not while the user types in it or has the
 * focus in it. If the replaced content had the focus, the element takes it.
 */
export function keep(element: HTMLElement, shown: unknown, children: () => readonly Child[]): void {
  const key = JSON.stringify(shown) ?? ''
  if (keys.get(element) === key) return
  keys.set(element, key)
  const hadFocus = element.matches(':focus-within')
  element.replaceChildren()
  fill(element, {}, children())
  if (!hadFocus) return
  element.tabIndex = -1
  element.focus({ preventScroll: true })
}

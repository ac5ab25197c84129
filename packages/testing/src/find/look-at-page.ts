import type { Seen } from './seen.ts'

/**
 * Looks at what a page shows: fields, buttons, links, headings, short texts. Runs in the page itself, so it is
 * self-contained: it is sent there as text, or called with a document.
 */
export function lookAtPage(document: Document): Seen[] {
  const elements: Element[] = []
  const seen: Seen[] = []
  const forms = [...document.querySelectorAll('form')]
  const tidy = (text: string | null | undefined) => (text ?? '').replaceAll(/\s+/g, ' ').trim()

  function isShown(element: Element): boolean {
    const isHidden =
      element.closest('[hidden], [aria-hidden="true"], [inert], dialog:not([open])') !== null
    return (
      !isHidden &&
      (typeof element.checkVisibility !== 'function' ||
        element.checkVisibility({ visibilityProperty: true }))
    )
  }

  function roleOf(element: Element): string {
    const explicit = element.getAttribute('role')
    if (explicit) return explicit
    const { localName } = element
    if (localName === 'a') return element.hasAttribute('href') ? 'link' : ''
    if (localName === 'button' || localName === 'summary') return 'button'
    if (localName === 'textarea') return 'textbox'
    if (localName === 'select') return 'combobox'
    if (/^h[1-6]$/.test(localName)) return 'heading'
    if (localName !== 'input') return ''
    const { type } = element as HTMLInputElement
    if (['button', 'submit', 'image', 'reset'].includes(type)) return 'button'
    if (['checkbox', 'radio', 'password'].includes(type)) return type
    if (type === 'number') return 'spinbutton'
    return ['hidden', 'file', 'color', 'range'].includes(type) ? '' : 'textbox'
  }

  /** The text of an element without the fields in it. */
  function textOf(element: Element): string {
    const copy = element.cloneNode(true) as Element
    for (const inner of copy.querySelectorAll('input, select, textarea, [hidden]')) inner.remove()
    return tidy(copy.textContent)
  }

  function labelOf(element: Element): string {
    const ids = tidy(element.getAttribute('aria-labelledby'))
    const named = ids.split(' ').map((id) => (id ? document.getElementById(id) : null))
    const text = tidy(named.map((other) => other?.textContent ?? '').join(' '))
    if (text) return text
    const label = tidy(element.getAttribute('aria-label'))
    if (label) return label
    const { labels } = element as HTMLInputElement
    return labels ? tidy([...labels].map(textOf).join(' ')) : ''
  }

  /** What stands beside a field: the text around it, or the cell before its own. */
  function besideOf(element: Element): string {
    const next = tidy(element.nextSibling?.textContent)
    const previous = tidy(element.previousSibling?.textContent)
    if (element.matches('[type=checkbox], [type=radio]')) return next || previous
    return previous || tidy(element.closest('td')?.previousElementSibling?.textContent)
  }

  function nameOf(element: Element, role: string): Pick<Seen, 'name' | 'named'> {
    const label = labelOf(element)
    if (label) return { name: label, named: 'label' }
    if (/^(button|link|heading|menuitem|tab|radio|checkbox)$/.test(role)) {
      const value = role === 'button' && element.localName === 'input'
      const text = value ? tidy(element.getAttribute('value')) : textOf(element)
      if (text) return { name: text, named: 'content' }
    }
    const placeholder = tidy(element.getAttribute('placeholder'))
    if (placeholder) return { name: placeholder, named: 'placeholder' }
    const title = tidy(element.getAttribute('title'))
    return title ? { name: title, named: 'label' } : { name: '', named: 'nothing' }
  }

  function isSubmit(element: Element): boolean {
    const { type } = element as HTMLButtonElement
    return (
      element.closest('form') !== null &&
      element.matches('button, input') &&
      ['submit', 'image'].includes(type)
    )
  }

  function note(element: Element, role: string, named: Pick<Seen, 'name' | 'named'>): void {
    const { value = '', disabled = false } = element as HTMLInputElement
    const attribute = (name: string) => element.getAttribute(name) ?? ''
    const form = element.closest('form')
    const isValued = role === 'radio' || role === 'checkbox'
    elements.push(element)
    seen.push({
      index: seen.length,
      role,
      ...named,
      beside: named.name ? '' : besideOf(element),
      placeholder: tidy(attribute('placeholder')),
      type: attribute('type'),
      autocomplete: attribute('autocomplete').toLowerCase(),
      inputMode: attribute('inputmode'),
      field: attribute('name'),
      id: attribute('id'),
      value: isValued ? value : '',
      options:
        element.localName === 'select'
          ? [...(element as HTMLSelectElement).options].map((option) => ({
              value: option.value,
              label: tidy(option.textContent),
            }))
          : [],
      isEnabled:
        !disabled &&
        attribute('aria-disabled') !== 'true' &&
        element.closest('fieldset:disabled') === null,
      isSubmit: isSubmit(element),
      form: form ? forms.indexOf(form) : -1,
      level: role === 'heading' ? Number(attribute('aria-level') || element.localName[1]) : 0,
      isInDialog: element.closest('dialog[open], [role=dialog], [role=alertdialog]') !== null,
    })
  }

  const isText = (element: Element) =>
    [...element.childNodes].some((node) => node.nodeType === 3 && tidy(node.textContent)) &&
    element.closest(
      'button, a, label, [role=button], option, h1, h2, h3, h4, h5, h6, [role=alert], [role=status]',
    ) === null

  for (const element of document.querySelectorAll('body *')) {
    const role = roleOf(element)
    if (role === '' || role === 'alert' || role === 'status') {
      const text = isText(element) ? tidy(element.textContent) : ''
      const isShort = text.length > 2 && text.length <= 60
      if (isShort && !/script|style|template/.test(element.localName) && isShown(element)) {
        note(element, 'text', { name: text, named: 'content' })
      }
    } else if (isShown(element)) note(element, role, nameOf(element, role))
  }
  const pages = globalThis as unknown as Record<symbol, Element[]>
  pages[Symbol.for('authchart.seen')] = elements
  return seen
}

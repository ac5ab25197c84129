/** A text, and where in the page it was seen. */
export interface TextOccurrence {
  /** e.g. `DOM`, `URL`, `history`, `localStorage <key>`. */
  readonly place: string
  readonly text: string
}

/** The visible content of a page at one moment, and every text that scripts can read. */
export interface PageSnapshot {
  /** What alerts say; empty ones are left out. */
  readonly alerts: readonly string[]
  /** What other live regions say. */
  readonly statuses: readonly string[]
  /** Buttons that submit a form, and could be pressed now. */
  readonly openSubmits: readonly string[]
  /** What can be read. */
  readonly texts: readonly string[]
  /** What is in fields, but for passwords and codes. */
  readonly fields: readonly string[]
  /** Fields for a code that have something in them. */
  readonly filledCodes: readonly string[]
  /** What has the focus, as a selector; `undefined` where nothing has it. */
  readonly focus: string | undefined
  /** What the heading says that a new screen begins with; `undefined` where none is shown. */
  readonly heading: string | undefined
  /** Whether that is something to type into, to choose, or an alert. */
  readonly isFocusOnInput: boolean
  /** What the fields that can be seen are for, by their `autocomplete`. */
  readonly purposes: readonly string[]
  /** Every place where a secret could rest. */
  readonly occurrences: readonly TextOccurrence[]
}

/**
 * Looks at a page. Runs in the page itself, so it is self-contained: a driver may send it there as
 * text, or call it with a document of its own.
 */
export function takeSnapshot(document: Document): PageSnapshot {
  const window = document.defaultView
  const isShown = (element: Element): boolean =>
    element.closest('[hidden], [aria-hidden="true"], [inert], dialog:not([open])') === null &&
    (typeof element.checkVisibility !== 'function' || element.checkVisibility())
  const nameOf = (element: Element) =>
    (element.textContent || element.getAttribute('value') || '').trim()

  const textsOf = (selector: string): string[] =>
    [...document.querySelectorAll(selector)]
      .filter(isShown)
      .map((element) => (element.textContent ?? '').trim())
      .filter((text) => text !== '')

  function submits(): string[] {
    const buttons = document.querySelectorAll(
      'form button:not([type=button]):not([type=reset]), form input[type=submit]',
    )
    return [...buttons]
      .filter((button) => isShown(button) && !button.matches(':disabled, [aria-disabled="true"]'))
      .map(nameOf)
  }

  function focused(): string | undefined {
    const { activeElement: active, body } = document
    if (!active || active === body || active === document.documentElement) return undefined
    const id = active.id && `#${active.id}`
    const name = active.getAttribute('name')
    return `${active.localName}${id}${name ? `[name="${name}"]` : ''}`
  }

  function stored(kind: 'localStorage' | 'sessionStorage'): TextOccurrence[] {
    try {
      const storage = window?.[kind]
      if (!storage) return []
      return Array.from({ length: storage.length }, (_, index) => {
        const key = storage.key(index) ?? ''
        return { place: `${kind} ${key}`, text: `${key} ${storage.getItem(key) ?? ''}` }
      })
    } catch {
      // A frame that may have none has nothing to leak there.
      return []
    }
  }

  function cookies(): TextOccurrence[] {
    try {
      return document.cookie
        .split('; ')
        .filter((cookie) => cookie !== '')
        .map((cookie) => ({ place: `cookie ${cookie.split('=', 1)[0]}`, text: cookie }))
    } catch {
      // The same.
      return []
    }
  }

  /** What was pushed may be what JSON has no word for. */
  function historyState(): string {
    try {
      return JSON.stringify(window?.history.state ?? null)
    } catch {
      return String(window?.history.state)
    }
  }

  const inputs = [...document.querySelectorAll('input')].filter(isShown)
  // The attribute: the property is empty in Firefox where the browser does not know a word of it.
  const purposesOf = (input: Element) =>
    (input.getAttribute('autocomplete') ?? '').toLowerCase().split(/\s+/)
  const isCode = (input: HTMLInputElement) => purposesOf(input).includes('one-time-code')
  // A password that is shown is of the type text.
  const isPlain = (input: HTMLInputElement) =>
    !isCode(input) && !/password/.test(`${input.type} ${purposesOf(input)}`)

  return {
    // biome-ignore lint/performance/useDomNodeTextContent: users do not read hidden text
    texts: [document.body?.innerText ?? ''],
    fields: inputs.filter(isPlain).map(({ value }) => value),
    filledCodes: inputs
      .filter((input) => isCode(input) && input.value !== '')
      .map(({ name }) => name),
    alerts: textsOf('[role="alert"], [role="alertdialog"], [aria-live="assertive"]'),
    statuses: textsOf('[role="status"], [aria-live="polite"], output'),
    openSubmits: submits(),
    focus: focused(),
    heading: textsOf('h1, h2, [role="heading"]')[0],
    isFocusOnInput:
      document.activeElement?.closest(
        'input, select, textarea, [role="alert"], [role="alertdialog"]',
      ) != null,
    purposes: inputs.flatMap(purposesOf),
    occurrences: [
      { place: 'DOM', text: document.documentElement.outerHTML },
      { place: 'URL', text: document.URL },
      { place: 'history', text: historyState() },
      ...cookies(),
      { place: 'window.name', text: String(window?.name ?? '') },
      ...stored('localStorage'),
      ...stored('sessionStorage'),
    ],
  }
}

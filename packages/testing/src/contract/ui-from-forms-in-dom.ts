import type { Ui } from './define-ui.ts'
import { type FormHands, type FormsContractOptions, formsContract } from './forms-contract.ts'

/** What walks in a DOM use forms with. */
export interface FormsInDom {
  /** The part of Testing Library's `userEvent.setup()` that forms need. */
  readonly user: {
    click(element: Element): Promise<unknown>
    clear(element: Element): Promise<unknown>
    type(element: Element, text: string): Promise<unknown>
  }
  /** An element around the forms. */
  readonly container: Element
}

const patienceMs = 2_000

function find<Found extends Element = Element>({ container }: FormsInDom, selector: string): Found {
  const element = container.querySelector<Found>(selector)
  if (!element) throw new Error(`Nothing in the document matches ${selector}`)
  return element
}

const hands: FormHands<FormsInDom> = {
  find: ({ container }, selector) => container.querySelector(selector),
  isVisible: ({ container }, selector) => container.querySelector(selector) !== null,
  async fill(forms, selector, text) {
    await forms.user.clear(find(forms, selector))
    // Brackets and braces are keys to Testing Library.
    if (text) await forms.user.type(find(forms, selector), text.replaceAll(/[{[]/g, '$&$&'))
  },
  async setChecked(forms, selector, isChecked) {
    const input = find<HTMLInputElement>(forms, selector)
    if (input.checked !== isChecked) await forms.user.click(input)
  },
  click: (forms, selector) => forms.user.click(find(forms, selector)),
  async waitFor(forms, selector) {
    const end = performance.now() + patienceMs
    while (!forms.container.querySelector(selector)) {
      if (performance.now() > end) find(forms, selector)
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
  },
}

/**
 * The contract of a UI that spreads the props of `useAuthForm()` or `formOf()`, for walks in a DOM.
 *
 * @example
 * const driver = testingLibraryDriver({
 *   ui: uiFromForms(),
 *   render: (auth) => {
 *     const { container, unmount } = render(<App auth={auth} />)
 *     return { handle: { user: userEvent.setup(), container }, container, unmount }
 *   },
 * })
 */
export function uiFromForms(options: FormsContractOptions<FormsInDom> = {}): Ui<FormsInDom> {
  return formsContract(hands, options)
}

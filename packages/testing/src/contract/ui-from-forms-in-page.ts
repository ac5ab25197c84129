import type { Page } from '@playwright/test'
import type { Ui } from './define-ui.ts'
import { type FormHands, type FormsContractOptions, formsContract } from './forms-contract.ts'

const first = (page: Page, selector: string) => page.locator(selector).first()

const hands: FormHands<Page> = {
  find: first,
  isVisible: (page, selector) => first(page, selector).isVisible(),
  fill: (page, selector, text) => first(page, selector).fill(text),
  setChecked: (page, selector, isChecked) => first(page, selector).setChecked(isChecked),
  click: (page, selector) => first(page, selector).click(),
  waitFor: (page, selector) => first(page, selector).waitFor(),
}

/**
 * The contract of a UI that spreads the props of `useAuthForm()` or `formOf()`, for walks in a browser.
 *
 * @example
 * walkTests(test, { ui: uiFromForms(), config })
 *
 * @example
 * const ui = uiFromForms({
 *   signedIn: {
 *     sign: (page) => page.getByRole('heading', { name: 'Your orders' }),
 *     signOut: (page) => page.getByRole('button', { name: 'Sign out' }).click(),
 *   },
 * })
 */
export function uiFromForms(options: FormsContractOptions<Page> = {}): Ui<Page> {
  return formsContract(hands, options)
}

import type { Page } from '@playwright/test'
import { locate, type Place } from './locators.ts'
import { waitFor } from './look.ts'

/** One thing that a user does. */
export type Move =
  | {
      readonly kind: 'fill' | 'check'
      readonly place: Place
      readonly slot: string
      /** Typed instead of a value: a word that the page requires. */
      readonly text?: string
    }
  /** A choice, in a list if there is an option; the recipe is for that value alone. */
  | { readonly kind: 'choose'; readonly place: Place; readonly option?: string }
  /**
   * `open`: leads to the next move, where that is not there yet. `close`: a dialog that is in the way. `back`: to the
   * first question, as long as it is there.
   */
  | { readonly kind: 'press' | 'open' | 'close' | 'back'; readonly place: Place }

/** How an action is done. */
export interface Recipe {
  readonly moves: readonly Move[]
  /** The value that is chosen, for an action that chooses. */
  readonly choice?: string
}

/** What is typed, by the name of its slot. */
export type Values = Readonly<Record<string, string>>

/** How long an element may take to appear, in ms. */
const patienceMs = 1_500
/** How long it may take until it can be used, in ms. */
const actionMs = 10_000
/** The most questions that one form asks. */
const mostQuestions = 12

/** Does it. Rejects where the last move cannot be made. */
export async function follow(page: Page, { moves }: Recipe, values: Values): Promise<void> {
  const isLong = moves.filter(({ kind }) => kind === 'press').length > 1
  for (const [at, move] of moves.entries()) {
    const isLast = at === moves.length - 1
    const locator = locate(page, move.place)
    if (move.kind === 'back') {
      await goBack(page, move)
      continue
    }
    if (move.kind === 'close' || (isLong && !isLast)) {
      if (!(await locator.isVisible())) continue
    }
    if (move.kind === 'open') {
      if (await isThere(page, moves.slice(at + 1))) continue
      // What the first one opens may be there already.
      if (moves[at + 1]?.kind === 'open' && !(await locator.isVisible())) continue
    }
    await make(page, move, values)
  }
}

/** Presses what leads to the question before until there is none. */
export async function goBack(page: Page, move: Move): Promise<void> {
  for (let times = 0; times < mostQuestions; times += 1) {
    if (!(await locate(page, move.place).isVisible())) return
    await make(page, move, {})
  }
}

/** Makes one move. */
export async function make(page: Page, move: Move, values: Values): Promise<void> {
  const locator = locate(page, move.place)
  const isThere = await waitFor(page, patienceMs, () => locator.first().isVisible())
  if (!isThere) throw new Error('The element is not there')
  const options = { timeout: actionMs }
  switch (move.kind) {
    case 'fill':
      return locator.fill(move.text ?? values[move.slot] ?? '', options)
    case 'check':
      return locator.setChecked(values[move.slot] === 'true', options)
    case 'choose':
      if (move.option === undefined) return locator.check(options)
      await locator.selectOption(move.option, options)
      return
    default:
      return locator.click(options)
  }
}

async function isThere(page: Page, next: readonly Move[]): Promise<boolean> {
  const at = next.findIndex(({ kind }) => kind !== 'open' && kind !== 'back')
  // The first question, or a later one.
  const wanted = next.slice(0, at + 1).filter(({ kind }) => kind !== 'open')
  for (const { place } of wanted) if (await locate(page, place).isVisible()) return true
  return false
}

/** Whether two recipes are the same. */
export function isSame(one: Recipe, other: Recipe): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

import type { Page } from '@playwright/test'
import { FindError } from './find-error.ts'
import { lookAtPage } from './look-at-page.ts'
import type { Seen } from './seen.ts'

const blinkMs = 70

/** The longest that a page may be busy, in ms. */
const busyMs = 15_000

/**
 * What a page shows now.
 *
 * @throws FindError if the page does not react.
 */
export async function look(page: Page): Promise<readonly Seen[]> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    const error = new FindError(
      'crashed',
      `${page.url()} does not react for ${busyMs / 1_000} s: its script may never end. Mend it first.`,
    )
    timer = setTimeout(() => reject(error), busyMs)
  })
  const seen = page.evaluate<Seen[]>(`(${lookAtPage})(document)`)
  return Promise.race([seen, late]).finally(() => clearTimeout(timer))
}

/** What a page shows once it no longer changes, or after `mostMs`. */
export async function lookWhenStill(page: Page, mostMs = 1_500): Promise<readonly Seen[]> {
  const deadline = performance.now() + mostMs
  let last = await look(page)
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, blinkMs))
    const now = await look(page)
    if (isSamePage(now, last) || performance.now() > deadline) return now
    last = now
  }
}

/** Whether two looks show the same. */
export function isSamePage(one: readonly Seen[], other: readonly Seen[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

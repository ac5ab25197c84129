import type { Page } from '@playwright/test'
import { lookAtPage } from './look-at-page.ts'
import type { Seen } from './seen.ts'

const blinkMs = 70

/** What a page shows now. */
export async function look(page: Page): Promise<readonly Seen[]> {
  return page.evaluate<Seen[]>(`(${lookAtPage})(document)`)
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

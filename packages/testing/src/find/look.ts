import type { Page } from '@playwright/test'
import { FindError } from './find-error.ts'
import { lookAtPage } from './look-at-page.ts'
import type { Seen } from './seen.ts'

const blinkMs = 70

/** The longest that a page may be busy, in ms. */
const busyMs = 60_000
/** How often one asks, in ms. */
const beatMs = 3_000

/** What a page shows now. */
export async function look(page: Page): Promise<readonly Seen[]> {
  return page.evaluate<Seen[]>(`(${lookAtPage})(document)`)
}

/**
 * Does something in a page. What Playwright asks a page waits for ever where a script never ends.
 *
 * @throws FindError if the page does not react for a minute.
 */
export async function whileItReacts<Result>(page: Page, work: Promise<Result>): Promise<Result> {
  const timers = new Set<NodeJS.Timeout>()
  const after = (ms: number) =>
    new Promise<'late'>((resolve) => timers.add(setTimeout(resolve, ms, 'late')))
  const ended = work.then(
    () => 'ended',
    () => 'ended',
  )
  try {
    while ((await Promise.race([ended, after(beatMs)])) !== 'ended') {
      const answer = page.evaluate('0').catch(() => 0)
      if ((await Promise.race([ended, answer, after(busyMs)])) === 'late') {
        throw new FindError(
          'crashed',
          `${page.url()} does not react for ${busyMs / 1_000} s: its script may never end. Mend it first.`,
        )
      }
    }
    return await work
  } finally {
    for (const timer of timers) clearTimeout(timer)
  }
}

/**
 * Waits until something is so, for `mostMs` at most: `false` if it is not so even then. What the page takes to answer is
 * not counted, as on a busy machine everything in the page is as late as its answers.
 */
export async function waitFor(
  page: Page,
  mostMs: number,
  isSo: () => Promise<boolean> | boolean,
): Promise<boolean> {
  for (let waited = 0; waited < mostMs; waited += blinkMs) {
    if (await isSo()) return true
    await new Promise((resolve) => setTimeout(resolve, blinkMs))
    await page.evaluate('0').catch(() => undefined)
  }
  return isSo()
}

/** What a page shows once it no longer changes, or after `mostMs`. */
export async function lookWhenStill(page: Page, mostMs = 1_500): Promise<readonly Seen[]> {
  let last = await look(page)
  await new Promise((resolve) => setTimeout(resolve, blinkMs))
  await waitFor(page, mostMs, async () => {
    const now = await look(page)
    const isStill = isSamePage(now, last)
    last = now
    return isStill
  })
  return last
}

/** Whether two looks show the same. */
export function isSamePage(one: readonly Seen[], other: readonly Seen[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

import { chromium } from '@playwright/test'
import { findBrowser } from '../../scripts/lib/browser/find-browser.mjs'

/**
 * Opens Chromium, found as for `npm test`, and closes it at the end.
 *
 * @template T
 * @param {(browser: import('@playwright/test').Browser) => Promise<T>} use
 * @returns {Promise<T>}
 */
export async function withBrowser(use) {
  const browser = await chromium.launch({ executablePath: await findBrowser() })
  try {
    return await use(browser)
  } finally {
    await browser.close()
  }
}

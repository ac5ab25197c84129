/**
 * The Chromium that Playwright downloads, whether it is there or not.
 *
 * @returns {Promise<string[]>}
 */
export async function playwrightBrowser() {
  const { chromium } = await import('@playwright/test')
  return [chromium.executablePath()]
}

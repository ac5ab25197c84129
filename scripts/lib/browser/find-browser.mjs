import { existsSync } from 'node:fs'
import { env } from 'node:process'
import { canRun } from './can-run.mjs'
import { installWithApt, installWithPlaywright } from './install-browser.mjs'
import { installedBrowsers } from './installed-browsers.mjs'
import { playwrightBrowser } from './playwright-browser.mjs'
import { unpackedBrowser, unpackFromNpm } from './unpack-from-npm.mjs'

/** In order; what needs the network comes last. */
const sources = [
  installedBrowsers,
  playwrightBrowser,
  unpackedBrowser,
  installWithPlaywright,
  installWithApt,
  unpackFromNpm,
]

/**
 * The path of a Chromium-like browser that runs on this machine, installed first where there is none.
 *
 * @returns {Promise<string>}
 */
export async function findBrowser() {
  const chosen = env.AUTHCHART_BROWSER
  if (chosen) {
    if (existsSync(chosen)) return chosen
    throw new Error(`AUTHCHART_BROWSER is "${chosen}", but there is no such file.`)
  }
  for (const find of sources) {
    for (const path of await find()) if (await canRun(path)) return path
  }
  throw new Error(
    'A browser is missing: type "npx playwright install --with-deps chromium", or install Chrome, or set AUTHCHART_BROWSER to the path of one.',
  )
}

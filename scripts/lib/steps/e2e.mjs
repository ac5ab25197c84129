import { join } from 'node:path'
import { findBrowser } from '../browser/find-browser.mjs'
import { countPlaywright } from '../count-playwright.mjs'
import { root, toolCommand } from '../paths.mjs'
import { readReport } from '../read-report.mjs'
import { run } from '../run.mjs'
import { say } from '../say.mjs'

const timeoutMs = 20 * 60_000

/** Runs the Playwright suite over the built apps. */
export async function runE2e() {
  const browser = await findBrowser()
  say(`Browser: ${browser}`)
  const report = join(root, 'test-results', 'e2e.json')
  const { code, isTimeout } = await run(toolCommand('playwright', 'test', '--reporter=list,json'), {
    cwd: join(root, 'examples/e2e'),
    env: { AUTHCHART_BROWSER: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    show: true,
    timeoutMs,
  })
  if (isTimeout) say('The suite took too long and was stopped.')
  return countPlaywright(await readReport(report), code)
}

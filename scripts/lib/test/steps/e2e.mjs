import { join } from 'node:path'
import { findBrowser } from '../../browser/find-browser.mjs'
import { root, toolCommand } from '../../paths.mjs'
import { run } from '../../run.mjs'
import { say } from '../../say.mjs'
import { countPlaywright } from '../count-playwright.mjs'
import { readFileTimes } from '../file-times.mjs'
import { readReport } from '../read-report.mjs'

const timeoutMs = 20 * 60_000

/** The suite that `npm test` runs. */
export const e2eSuite = { dir: 'examples/e2e', parameters: ['test', '--project=quick-*'] }

/** Runs the Playwright suite over all builds of the apps. */
export async function runE2e() {
  const browser = await findBrowser()
  say(`Browser: ${browser}`)
  const report = join(root, 'test-results', 'playwright.json')
  const { code, isTimeout, output } = await run(
    toolCommand('playwright', ...e2eSuite.parameters, '--reporter=list,json'),
    {
      cwd: join(root, e2eSuite.dir),
      env: { AUTHCHART_BROWSER: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
      show: true,
      timeoutMs,
    },
  )
  if (isTimeout) say('Playwright took too long and was stopped.')
  return {
    ...countPlaywright(await readReport(report), code),
    files: readFileTimes(output, e2eSuite.dir),
  }
}

import { join } from 'node:path'
import { findBrowser } from '../../browser/find-browser.mjs'
import { root, toolCommand } from '../../paths.mjs'
import { run } from '../../run.mjs'
import { paint, say } from '../../say.mjs'
import { countPlaywright } from '../count-playwright.mjs'
import { sum } from '../format-results.mjs'
import { readReport } from '../read-report.mjs'

const timeoutMs = 20 * 60_000

/** Runs the Playwright suites: over the built apps, and over the inspector beside them. */
export async function runE2e() {
  const browser = await findBrowser()
  say(`Browser: ${browser}`)
  const results = []
  for (const name of ['playwright', 'inspector-once']) results.push(await runSuite(name, browser))
  return sum(results)
}

/**
 * @param {string} name of a configuration in `examples/e2e`
 * @param {string} browser its path
 */
async function runSuite(name, browser) {
  const config = `${name}.config.ts`
  say(paint('cyan', `examples/e2e/${config}`))
  const report = join(root, 'test-results', `${name}.json`)
  const { code, isTimeout } = await run(
    toolCommand('playwright', 'test', `--config=${config}`, '--reporter=list,json'),
    {
      cwd: join(root, 'examples/e2e'),
      env: { AUTHCHART_BROWSER: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
      show: true,
      timeoutMs,
    },
  )
  if (isTimeout) say(`${config} took too long and was stopped.`)
  return countPlaywright(await readReport(report), code)
}

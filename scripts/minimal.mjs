/**
 * Counts the lines of the UI of `examples/minimal-react` and `examples/minimal-vue`, and takes all walks that a page can
 * take through them in a browser. `--json` for machines; exits with 1 where a walk fails or a UI has more than 40 lines.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { stdout } from 'node:process'
import { findBrowser } from './lib/browser/find-browser.mjs'
import { parseCommand, UsageError } from './lib/parse-command.mjs'
import { root, toolCommand } from './lib/paths.mjs'
import { run } from './lib/run.mjs'
import { countPlaywright } from './lib/test/count-playwright.mjs'
import { readReport } from './lib/test/read-report.mjs'

const maxLines = 40
const timeoutMs = 30 * 60_000

const help = `npm run minimal: the smallest UIs, their lines and their walks.

  npm run minimal              shows the walks as they are taken
  npm run --silent minimal -- --json   prints { react: { lines, sessions, passed }, vue: {…} }
`

/** What a developer writes to show every screen; the start of the app and its styles are not counted. */
const uiFiles = {
  react: ['examples/minimal-react/src/form.tsx'],
  vue: ['examples/minimal-vue/src/app.vue', 'examples/minimal-vue/src/auth-form.vue'],
}

/** Lines with code: no blank ones, no comments. @param {string[]} files */
async function countLines(files) {
  const texts = await Promise.all(files.map((file) => readFile(join(root, file), 'utf8')))
  const lines = texts.flatMap((text) => text.split('\n')).map((line) => line.trim())
  return lines.filter((line) => line !== '' && !/^(\/\*\*|\*|\/\/)/.test(line)).length
}

/** @param {'react' | 'vue'} framework */
async function takeWalks(framework, isJson) {
  const report = join(root, 'test-results', `minimal-${framework}.json`)
  const project = `--project=minimal-${framework}`
  const { code } = await run(toolCommand('playwright', 'test', project, '--reporter=list,json'), {
    cwd: join(root, 'examples/e2e'),
    env: { AUTHCHART_BROWSER: await findBrowser(), PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    show: !isJson,
    timeoutMs,
  })
  const { passed, failed } = countPlaywright(await readReport(report), code)
  return { sessions: passed + failed, passed }
}

async function main() {
  const options = parseCommand(process.argv.slice(2), { json: { type: 'boolean' } })
  if (options.help) {
    stdout.write(help)
    return 0
  }
  const results = {}
  for (const [framework, files] of Object.entries(uiFiles)) {
    const lines = await countLines(files)
    results[framework] = { lines, ...(await takeWalks(framework, options.json)) }
  }
  if (options.json) stdout.write(`${JSON.stringify(results)}\n`)
  else {
    for (const [framework, { lines, sessions, passed }] of Object.entries(results)) {
      stdout.write(`${framework}: ${lines} lines, ${passed} of ${sessions} walks passed\n`)
    }
  }
  const isGood = ({ lines, sessions, passed }) =>
    lines <= maxLines && sessions > 0 && passed === sessions
  return Object.values(results).every(isGood) ? 0 : 1
}

try {
  process.exitCode = await main()
} catch (error) {
  if (!(error instanceof UsageError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 2
}

import { spawnSync } from 'node:child_process'
import { argv, env, execPath } from 'node:process'
import { fileURLToPath } from 'node:url'
import { say } from '../../../scripts/lib/say.mjs'
import { findProgram } from './find-program.mjs'

const inside = (path) => fileURLToPath(new URL(path, import.meta.url))
const firefox = env.AUTHCHART_FIREFOX ?? findProgram('firefox-esr', 'firefox')

if (!firefox) {
  say('Firefox: skipped, neither firefox-esr nor firefox is installed.')
} else {
  // A Playwright of its own: newer ones cannot open a page in a Firefox that they have not built.
  const cli = inside('../../../node_modules/playwright-firefox-test/cli.js')
  const { status } = spawnSync(
    execPath,
    [
      cli,
      'test',
      '--config',
      inside('firefox.config.ts'),
      '--tsconfig',
      inside('firefox.tsconfig.json'),
      ...argv.slice(2),
    ],
    { stdio: 'inherit', env: { ...env, AUTHCHART_FIREFOX: firefox } },
  )
  process.exitCode = status ?? 1
}

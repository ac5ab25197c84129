import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { argv, env, execPath } from 'node:process'
import { fileURLToPath } from 'node:url'
import { say } from '../../../scripts/lib/say.mjs'
import { findProgram } from './find-program.mjs'

const inside = (path) => fileURLToPath(new URL(path, import.meta.url))
const firefox = env.AUTHCHART_FIREFOX ?? findProgram('firefox-esr', 'firefox')

// A Playwright of its own: newer ones cannot open a page in a Firefox that they have not built. In a folder
// of its own, because both have a command of the same name.
const cli = inside('node_modules/@playwright/test/cli.js')

if (!firefox) {
  say('Firefox: skipped, neither firefox-esr nor firefox is installed.')
} else if (!existsSync(cli) && !install()) {
  say('Firefox: skipped, Playwright 1.60 cannot be installed.')
} else {
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

function install() {
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: inside('.'),
    stdio: 'inherit',
  })
  return status === 0
}

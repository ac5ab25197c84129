import { toolCommand } from '../paths.mjs'
import { run } from '../run.mjs'
import { say } from '../say.mjs'
import { installedBrowsers } from './installed-browsers.mjs'
import { playwrightBrowser } from './playwright-browser.mjs'

const minute = 60_000

/** What an ordinary machine does. On a closed network the download hangs, hence the progress. */
export async function installWithPlaywright() {
  say('No browser found: downloading Chromium (once) …')
  const { code } = await run(toolCommand('playwright', 'install', '--no-shell', 'chromium'), {
    show: true,
    timeoutMs: 10 * minute,
    progress: { pattern: /\d+%/, ms: 1.5 * minute },
  })
  return code === 0 ? playwrightBrowser() : []
}

/** For root on Debian and Ubuntu, as in containers. */
export async function installWithApt() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return []
  say('Installing Chromium with apt-get …')
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  const update = await run(['apt-get', 'update'], { env, timeoutMs: 2 * minute })
  if (update.code !== 0) return []
  await run(['apt-get', 'install', '-y', 'chromium'], { env, timeoutMs: 5 * minute })
  return installedBrowsers()
}

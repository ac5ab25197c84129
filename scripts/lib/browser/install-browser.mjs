import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { dataDir, npmCommand, toolCommand } from '../paths.mjs'
import { run } from '../run.mjs'
import { installedBrowsers } from './installed-browsers.mjs'
import { playwrightBrowser } from './playwright-browser.mjs'

const minute = 60_000

/** What an ordinary machine does. On a closed network the download hangs, hence the progress. */
export async function installWithPlaywright() {
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
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  const update = await run(['apt-get', 'update'], { env, timeoutMs: 2 * minute })
  if (update.code !== 0) return []
  await run(['apt-get', 'install', '-y', 'chromium'], { env, timeoutMs: 5 * minute })
  return installedBrowsers()
}

/** The last version that supports Node 20. */
const npmChromium = '@sparticuz/chromium@143.0.4'

/** The package unpacks into the temporary directory, with its libraries only where it sees AWS Lambda. */
const unpack =
  "import chromium from '@sparticuz/chromium'; process.stdout.write(await chromium.executablePath())"

/** For Linux without root: the browser comes with its libraries, from the npm registry. */
export async function unpackFromNpm() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return []
  const dir = join(dataDir, 'chromium')
  const launcher = join(dir, 'chromium.sh')
  const unpacked = join(dir, 'unpacked')
  await mkdir(unpacked, { recursive: true })
  await run(npmCommand('install', '--no-save', '--no-audit', '--prefix', dir, npmChromium), {
    timeoutMs: 3 * minute,
  })
  const { code, output } = await run([process.execPath, '--input-type=module', '--eval', unpack], {
    cwd: dir,
    env: { TMPDIR: unpacked, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' },
    timeoutMs: minute,
  })
  if (code !== 0) return []
  const script = `#!/bin/sh
export LD_LIBRARY_PATH='${join(unpacked, 'al2023', 'lib')}'
export FONTCONFIG_PATH='${join(unpacked, 'fonts')}'
exec '${output.trim()}' "$@"
`
  await writeFile(launcher, script, { mode: 0o755 })
  return [launcher]
}

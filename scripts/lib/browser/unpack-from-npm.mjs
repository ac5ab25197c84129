import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { dataDir, npmCommand } from '../paths.mjs'
import { run } from '../run.mjs'
import { say } from '../say.mjs'

const minute = 60_000

const dir = join(dataDir, 'chromium')
const launcher = join(dir, 'chromium.sh')
const unpacked = join(dir, 'unpacked')

/** The last version that supports Node 20. */
const npmChromium = '@sparticuz/chromium@143.0.4'

/** The package unpacks into the temporary directory, with its libraries only where it sees AWS Lambda. */
const unpack =
  "import chromium from '@sparticuz/chromium'; process.stdout.write(await chromium.executablePath())"

/** What {@link unpackFromNpm} made before. */
export async function unpackedBrowser() {
  return [launcher]
}

/** For Linux without root: the browser comes with its libraries, from the npm registry. */
export async function unpackFromNpm() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return []
  say('Installing Chromium from the npm registry …')
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
exec '${output.trim().split('\n').pop()}' "$@"
`
  await writeFile(launcher, script, { mode: 0o755 })
  return [launcher]
}

import { cpSync } from 'node:fs'
import { createSandbox } from '@authchart/sandbox'
import { findBrowser } from '../lib/browser/find-browser.mjs'
import { npmCommand } from '../lib/paths.mjs'
import { run } from '../lib/run.mjs'
import { missingCode } from './exit-code.mjs'
import { installPackages } from './install-packages.mjs'
import { linkPackages } from './link-packages.mjs'
import { readVersions } from './read-versions.mjs'
import { signInOnPage } from './sign-in-on-page.mjs'

/**
 * @typedef {object} Result
 * @property {boolean} ok
 * @property {boolean} [isMissing] this machine lacks what the project needs; `reason` says what
 * @property {Record<string, string>} versions of Node and of the packages that the project names
 * @property {number} seconds
 * @property {string} [reason] why it is not ok
 */

/** A machine may have other work. */
const timeoutMs = 1_800_000
const user = { username: 'ada@example.com', password: 'Correct-horse-7' }

/**
 * Copies a project, installs what it depends on, runs its `check`, and signs in on the page that it has built.
 *
 * @param {import('./read-consumers.mjs').Consumer} consumer
 * @param {ReturnType<typeof import('./pack-packages.mjs').packPackages>} packed
 * @param {string} to where the copy will be
 * @returns {Promise<Result>}
 */
export async function checkConsumer(consumer, packed, to) {
  const start = performance.now()
  const sandbox = createSandbox({ users: [user] })
  try {
    cpSync(consumer.folder, to, { recursive: true })
    if (consumer.isLong) await installPackages(consumer, packed, to)
    else linkPackages(consumer, packed, to)
    const { config } = await sandbox.listen()
    const checked = await runCheck(to, config)
    const { page } = consumer.manifest.authchart ?? {}
    if (checked.ok && page) await signInOnPage({ page, folder: to, config, user })
    return { ...checked, versions: await readVersions(consumer, to), seconds: since(start) }
  } catch (error) {
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error)
    const versions = await readVersions(consumer, to)
    return { ok: false, versions, seconds: since(start), reason }
  } finally {
    await sandbox.close()
  }
}

/** Its environment has what a check needs to sign in, and the browser of this machine. */
async function runCheck(cwd, config) {
  const { code, output, isTimeout } = await run(npmCommand('run', '--silent', 'check'), {
    cwd,
    timeoutMs,
    env: {
      NODE_OPTIONS: '',
      CI: '1',
      AUTH_CONFIG: JSON.stringify(config),
      AUTH_USERNAME: user.username,
      AUTH_PASSWORD: user.password,
      // A check that needs none does not mind.
      AUTHCHART_BROWSER: await findBrowser().catch(() => ''),
    },
  })
  if (code === 0) return { ok: true }
  const reason = isTimeout ? `Stopped after ${timeoutMs / 60_000} minutes. ` : ''
  const isMissing = code === missingCode
  return { ok: false, ...(isMissing && { isMissing }), reason: `${reason}${output.trim()}` }
}

function since(start) {
  return Number(((performance.now() - start) / 1000).toFixed(1))
}

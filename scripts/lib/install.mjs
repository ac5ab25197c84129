import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isInstalled } from './is-installed.mjs'
import { npmCommand, root } from './paths.mjs'
import { run } from './run.mjs'
import { paint, say } from './say.mjs'

const timeoutMs = 10 * 60_000

/** Installs the dependencies unless they are there. @returns {Promise<boolean>} whether they are */
export async function install() {
  if (await areAllThere()) return true
  say(paint('bold', 'Installing dependencies (once, about a minute) …'))
  const { code, output } = await run(npmCommand('ci', '--no-audit', '--no-fund'), {
    show: true,
    timeoutMs,
  })
  if (code === 0) return true
  say(paint('red', advice(output)))
  return false
}

async function areAllThere() {
  const [lock, installed] = await Promise.all([
    readJson('package-lock.json'),
    readJson('node_modules/.package-lock.json'),
  ])
  return lock !== undefined && isInstalled(lock, installed)
}

/** @param {string} path */
async function readJson(path) {
  try {
    return JSON.parse(await readFile(join(root, path), 'utf8'))
  } catch {
    return undefined
  }
}

/** @param {string} output */
function advice(output) {
  const isOffline = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH/.test(output)
  if (isOffline) return 'The npm registry was not reached: connect to the internet and try again.'
  if (/can only install packages when your package.json/.test(output)) {
    return 'package-lock.json does not fit package.json: type "npm install" and try again.'
  }
  return 'The dependencies are missing: type "npm ci" to see why, and try again.'
}

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isInstalled } from './is-installed.mjs'
import { npmCommand, root } from './paths.mjs'
import { run } from './run.mjs'
import { paint, say } from './say.mjs'

const timeoutMs = 10 * 60_000
const heartbeatMs = 15_000
// Without a network, npm's own patience would last for many minutes.
const retries = ['--fetch-retries=1', '--fetch-retry-mintimeout=1000']
const options = ['--no-audit', '--no-fund', '--loglevel=error', ...retries]

/** Installs the dependencies unless they are there. @returns {Promise<boolean>} whether they are */
export async function install() {
  if (await areAllThere()) return true
  say(paint('bold', 'Installing dependencies (once, about a minute) …'))
  let { code, output } = await npm('ci', ...options)
  // npm writes lock files that lack packages of other platforms, and then rejects them.
  if (code !== 0 && doesNotFit(output)) {
    ;({ code, output } = await npm('install', '--no-save', ...options))
  }
  if (code === 0) return true
  say(output.trimEnd())
  say(paint('red', advice(output)))
  return false
}

/** @param {string[]} parameters */
async function npm(...parameters) {
  const start = Date.now()
  const heartbeat = setInterval(() => {
    say(paint('dim', `  still installing (${Math.round((Date.now() - start) / 1000)} s) …`))
  }, heartbeatMs)
  try {
    return await run(npmCommand(...parameters), { timeoutMs })
  } finally {
    clearInterval(heartbeat)
  }
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
function doesNotFit(output) {
  return output.includes('can only install packages when your package.json')
}

/** @param {string} output */
function advice(output) {
  const isOffline = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH/.test(output)
  return isOffline
    ? 'The npm registry was not reached: connect to the internet and try again.'
    : 'The dependencies are missing: type "npm install" to see why, and try again.'
}

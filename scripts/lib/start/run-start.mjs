import { once } from 'node:events'
import { install } from '../install.mjs'
import { parseCommand, UsageError } from '../parse-command.mjs'
import { stopRunning } from '../run.mjs'
import { paint, say } from '../say.mjs'
import { turbo } from '../turbo.mjs'
import { bringUp } from './bring-up.mjs'
import { createStack } from './create-stack.mjs'

const help = `npm start: a local Cognito and both example apps, on this machine only.

Installs and builds what is missing, then serves the sandbox (port 4800 unless taken), the React
app (5173) and the Vue app (5174), each with the inspector, and prints their addresses. Ctrl-C
stops everything.

  npm start -- --passwordless   the user pool also has codes as first factor, and passkeys
  npm start -- --help           shows this`

/**
 * @param {string[]} argv
 * @returns {Promise<number>} exit code
 */
export async function runStart(argv) {
  try {
    const { help: isHelp, passwordless } = parseCommand(argv, {
      passwordless: { type: 'boolean', default: false },
    })
    if (!isHelp) return await serveUntilStopped(passwordless === true)
    say(help)
    return 0
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    say(error.message)
    return 2
  }
}

/** @param {boolean} isPasswordless */
async function serveUntilStopped(isPasswordless) {
  const stack = createStack()
  const stopping = new AbortController()
  const stop = () => stopping.abort()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop)
  // A killed npm passes no signal on: a new parent shows that it is gone.
  const parent = process.ppid
  setInterval(() => process.ppid !== parent && stop(), 1_000).unref()
  const interrupted = once(stopping.signal, 'abort').then(() => 'stop')
  const end = await Promise.race([
    interrupted,
    stack.died,
    serve(stack, stopping.signal, isPasswordless),
  ])
  if (end === 'stop') say(`\n${paint('dim', 'Stopping …')}`)
  else if (end !== 'failed') reportDeath(end)
  await Promise.all([stopRunning(), stack.stop()])
  return end === 'stop' ? 0 : 1
}

/**
 * Ends only when something went wrong.
 *
 * @param {ReturnType<typeof createStack>} stack
 * @param {AbortSignal} signal
 * @param {boolean} isPasswordless
 * @returns {Promise<'failed' | 'stop'>}
 */
async function serve(stack, signal, isPasswordless) {
  if (!(await install())) return signal.aborted ? 'stop' : 'failed'
  // A build that was interrupted calls that a success.
  const isBuilt = !signal.aborted && (await build())
  if (signal.aborted) return 'stop'
  if (!isBuilt) return 'failed'
  try {
    showAddresses(await bringUp(stack, isPasswordless))
  } catch (error) {
    say(paint('red', error instanceof Error ? error.message : String(error)))
    return 'failed'
  }
  return new Promise(() => {})
}

async function build() {
  say(paint('dim', 'Building (about 15 s the first time) …'))
  const { code, output } = await turbo('build', '--filter=./packages/*')
  if (code === 0) return true
  say(output)
  say(paint('red', 'The build failed: see above.'))
  return false
}

/** @param {Awaited<ReturnType<typeof bringUp>>} urls */
function showAddresses({ react, vue, outbox }) {
  say()
  say(paint('bold', '  Authchart is running'))
  say()
  say(`  React app   ${paint('cyan', react)}`)
  say(`  Vue app     ${paint('cyan', vue)}`)
  say(`  Outbox      ${paint('cyan', outbox)}   where the codes arrive`)
  say('  Inspector   the button at the lower right of both apps')
  say()
  say(paint('dim', '  Ctrl-C stops everything.'))
  say()
}

/** @param {{ name: string, reason: string, lastLines: string[] }} death */
function reportDeath({ name, reason, lastLines }) {
  say(`\n${paint('red', `${name} stopped by itself (${reason}).`)}`)
  if (lastLines.length > 0) say(['Its last lines:', ...lastLines].join('\n  '))
}

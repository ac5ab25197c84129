import { spawn } from 'node:child_process'
import { killTree } from './kill-tree.mjs'
import { root } from './paths.mjs'
import { colourEnv } from './say.mjs'

/** Running children, so that an interrupted script can stop them. */
const running = new Set()

/** Ends everything that {@link run} started. */
export async function stopRunning() {
  await Promise.all([...running].map(killTree))
}

/**
 * Runs a command to its end and keeps its output.
 *
 * @param {string[]} command
 * @param {object} [options]
 * @param {string} [options.cwd]
 * @param {Record<string, string>} [options.env] added to the environment
 * @param {boolean} [options.show] pass the output on as it comes
 * @param {number} [options.timeoutMs]
 * @param {{ pattern: RegExp, ms: number }} [options.progress] give up after `ms` without a match
 * @returns {Promise<{ code: number, output: string, isTimeout: boolean }>}
 */
export function run([file, ...parameters], options = {}) {
  const { cwd = root, env = {}, show = false, timeoutMs, progress } = options
  const child = spawn(file, parameters, {
    cwd,
    env: { ...process.env, ...colourEnv, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
    windowsHide: true,
  })
  if (child.pid !== undefined) running.add(child.pid)

  let output = ''
  let isTimeout = false
  const giveUp = () => {
    isTimeout = true
    killTree(child.pid)
  }
  const timers = [
    timeoutMs !== undefined && setTimeout(giveUp, timeoutMs),
    progress && setTimeout(giveUp, progress.ms),
  ]
  const receive = (stream) => (chunk) => {
    output += chunk
    if (show) stream.write(chunk)
    if (timers[1] && progress?.pattern.test(chunk)) timers[1].refresh()
  }
  child.stdout.setEncoding('utf8').on('data', receive(process.stdout))
  child.stderr.setEncoding('utf8').on('data', receive(process.stderr))

  return new Promise((resolve) => {
    const end = (code) => {
      for (const timer of timers) clearTimeout(timer || undefined)
      running.delete(child.pid)
      resolve({ code, output, isTimeout })
    }
    child.on('error', (error) => {
      output += error.message
      end(127)
    })
    child.on('close', (code) => end(isTimeout ? 124 : (code ?? 1)))
  })
}

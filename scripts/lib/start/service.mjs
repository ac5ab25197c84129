import { spawn } from 'node:child_process'
import { killTree } from '../kill-tree.mjs'
import { root } from '../paths.mjs'
import { colourEnv, paint, say } from '../say.mjs'
import { splitLines } from '../split-lines.mjs'

const lastLinesCount = 15

/**
 * Starts a long-running process; each line of its output is shown with its name in front.
 *
 * @param {object} options
 * @param {string} options.name
 * @param {'cyan' | 'magenta' | 'green'} options.style
 * @param {string[]} options.command
 * @param {string} [options.cwd]
 * @param {Record<string, string>} [options.env]
 * @param {(line: string) => boolean} [options.take] keeps a line of stdout from being shown
 */
export function startService({ name, style, command, cwd = root, env = {}, take = () => false }) {
  const [file, ...parameters] = command
  const child = spawn(file, parameters, {
    cwd,
    env: { ...process.env, ...colourEnv, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own: Ctrl-C reaches this script only, which then stops all in order.
    detached: process.platform !== 'win32',
    windowsHide: true,
  })
  const lastLines = []
  const show = (line) => {
    lastLines.push(line)
    if (lastLines.length > lastLinesCount) lastLines.shift()
    say(`${paint(style, `${name.padEnd(7)} │`)} ${line}`)
  }
  const isForUser = (line) => line.trim() !== ''
  const out = splitLines((line) => isForUser(line) && !take(line) && show(line))
  const err = splitLines((line) => isForUser(line) && show(line))
  child.stdout.setEncoding('utf8').on('data', out.push).on('end', out.end)
  child.stderr.setEncoding('utf8').on('data', err.push).on('end', err.end)

  const died = new Promise((resolve) => {
    child.on('error', (error) => resolve({ name, reason: error.message, lastLines }))
    child.on('close', (code, signal) => {
      resolve({ name, reason: signal ? `signal ${signal}` : `exit code ${code}`, lastLines })
    })
  })
  return {
    name,
    /** Resolves, never rejects, when the process is gone. */
    died,
    stop: () => killTree(child.pid),
  }
}

import { spawn } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'

const graceMs = 8_000
const pollMs = 50

/**
 * Ends a process that was spawned `detached`, and all it started: politely, then by force.
 *
 * @param {number | undefined} pid
 */
export async function killTree(pid) {
  if (pid === undefined) return
  if (process.platform === 'win32') return killOnWindows(pid)
  const deadline = Date.now() + graceMs
  // Playwright stops its servers, which are groups of their own, on this signal only.
  if (!signalGroup(pid, 'SIGINT')) return
  while (Date.now() < deadline) {
    await sleep(pollMs)
    if (!signalGroup(pid, 0)) return
  }
  signalGroup(pid, 'SIGKILL')
}

/**
 * @param {number} pid
 * @param {NodeJS.Signals | 0} signal
 * @returns whether a process of the group was there
 */
function signalGroup(pid, signal) {
  try {
    return process.kill(-pid, signal)
  } catch {
    return false
  }
}

/** @param {number} pid */
function killOnWindows(pid) {
  return new Promise((resolve) => {
    spawn('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore' })
      .on('close', resolve)
      .on('error', resolve)
  })
}

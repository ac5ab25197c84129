import { existsSync } from 'node:fs'
import { run } from '../run.mjs'

/**
 * Whether a browser is there and starts: one without its libraries, or a stub that only explains how
 * to install it, does not.
 *
 * @param {string} path
 */
export async function canRun(path) {
  if (!existsSync(path)) return false
  // On Windows, `--version` opens a window instead.
  if (process.platform === 'win32') return true
  const { code, output } = await run([path, '--version'], { timeoutMs: 15_000 })
  return code === 0 && /\d+\.\d+/.test(output)
}

import { spawn } from 'node:child_process'
import { findPort } from '../lib/find-port.mjs'
import { killTree } from '../lib/kill-tree.mjs'
import { waitForHttp } from '../lib/start/wait-for-http.mjs'

/** In ms, until the first page; a machine may have other work. */
const timeoutMs = 300_000

/**
 * Starts the server of a project and waits for its first page. A server that does not get there is ended, and the
 * error has what it printed.
 *
 * @param {string[]} command of Node; it reads `PORT`
 * @param {string} folder of the project
 * @param {import('@authchart/sandbox').SandboxConfig} config
 */
export async function startServer(command, folder, config) {
  const port = await findPort(3100)
  const child = spawn(process.execPath, command, {
    cwd: folder,
    env: { ...process.env, PORT: String(port), AUTH_CONFIG: JSON.stringify(config) },
    detached: process.platform !== 'win32',
  })
  let log = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (log += chunk))
  const ended = new AbortController()
  child.once('close', (code) => ended.abort(new Error(`It has ended with code ${code}`)))
  const url = `http://127.0.0.1:${port}/`
  try {
    await waitForHttp(url, AbortSignal.any([ended.signal, AbortSignal.timeout(timeoutMs)]))
  } catch (cause) {
    // Left alone, it would keep its port, and this process from its end.
    await killTree(child.pid)
    throw new Error(`The server shows no page: ${cause.message}\n${log.trim()}`, { cause })
  }
  return { url, log: () => log, close: () => killTree(child.pid) }
}

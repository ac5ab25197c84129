import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { findPort } from '../../../../scripts/lib/find-port.mjs'
import { killTree } from '../../../../scripts/lib/kill-tree.mjs'
import { waitForHttp } from '../../../../scripts/lib/start/wait-for-http.mjs'
import { sandboxPort } from '../../src/init/init-choice.ts'
import type { NewApp } from './new-app.ts'

const patienceMs = 120_000

/** The page of an app, and the local Cognito that it talks to. */
export interface Served {
  readonly origin: string
  stop(): Promise<void>
}

/** The app gets a local Cognito on a port of its own, so that two apps can run side by side. */
export async function serve(app: NewApp, configFile: string): Promise<Served> {
  const cognitoPort = await findPort(sandboxPort + 100)
  app.change(configFile, `127.0.0.1:${sandboxPort}`, `127.0.0.1:${cognitoPort}`)
  app.npm('run', 'build')
  app.change(configFile, `127.0.0.1:${cognitoPort}`, `127.0.0.1:${sandboxPort}`)
  const cognito = start(app, 'authchart/bin/authchart.mjs', [
    'sandbox',
    ...['--port', `${cognitoPort}`, '--config', 'sandbox.json'],
  ])
  const pagePort = await findPort(4300)
  const page = start(app, 'vite/bin/vite.js', [
    'preview',
    ...['--host', '127.0.0.1', '--port', `${pagePort}`, '--strictPort'],
  ])
  const origin = `http://127.0.0.1:${pagePort}`
  const stop = async () => {
    await Promise.all([killTree(cognito.pid), killTree(page.pid)])
  }
  try {
    const signal = AbortSignal.timeout(patienceMs)
    await waitForHttp(`http://127.0.0.1:${cognitoPort}/_control/users`, signal)
    await waitForHttp(origin, signal)
  } catch (error) {
    await stop()
    throw error
  }
  return { origin, stop }
}

function start(app: NewApp, command: string, args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [join(app.folder, 'node_modules', command), ...args], {
    cwd: app.folder,
    stdio: 'ignore',
    detached: true,
    env: { ...process.env, VITEST: undefined, NODE_ENV: undefined },
  })
}

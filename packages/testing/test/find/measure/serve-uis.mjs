import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { findPort } from '../../../../../scripts/lib/find-port.mjs'

/** What the example apps are configured with; nothing of it exists. */
const config = {
  region: 'us-east-1',
  userPoolId: 'us-east-1_Walks0001',
  userPoolClientId: 'walks-client',
  identityPoolId: 'us-east-1:5f0c1d2e-0000-4000-8000-0000000000ff',
  hostedUiOrigin: 'https://walks.auth.us-east-1.amazoncognito.com',
  hostedUi: { providers: ['Google'] },
  authenticationFlowType: 'USER_PASSWORD_AUTH',
}

/** What the UIs of this folder are configured with. */
const own = {
  table: {
    region: 'eu-central-1',
    userPoolId: 'eu-central-1_Tables001',
    userPoolClientId: 'tablesclient00000000000001',
  },
  german: {
    region: 'eu-west-1',
    userPoolId: 'eu-west-1_Deutsch01',
    userPoolClientId: 'deutschclient0000000000001',
  },
}

/** @param {string} name */
export function configOf(name) {
  return name === 'table' || name === 'german' ? own[name] : config
}

const pages = {
  table: '<!doctype html><title>Members</title><p id="message"></p><div id="page"></div>',
  german: '<!doctype html><html lang="de"><title>Konto</title><main id="app"></main></html>',
}

const pathOf = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url))

/**
 * Serves a UI on a port of its own: the build of an example, or one of the UIs of this folder.
 *
 * @param {string} name
 * @param {(script: string) => string} [change] changes the script of a UI of this folder
 * @returns {Promise<{ url: string, close: () => unknown }>}
 */
export function serveUi(name, change) {
  return name === 'table' || name === 'german' ? serveOwn(name, change) : serveExample(name)
}

async function serveExample(/** @type {string} */ name) {
  const port = await findPort(4481)
  const vite = pathOf('../../../../../node_modules/vite/bin/vite.js')
  const child = spawn(process.execPath, [vite, 'preview'], {
    cwd: pathOf(`../../../../../examples/${name}`),
    env: {
      ...process.env,
      PORT: String(port),
      AUTH_CONFIG: JSON.stringify(config),
      FORCE_COLOR: '0',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(child.stdout, 'data')
  return { url: `http://localhost:${port}/`, close: () => child.kill() }
}

/**
 * @param {'table' | 'german'} name
 * @param {(script: string) => string} change
 */
async function serveOwn(name, change = (script) => script) {
  const { outputFiles } = await build({
    entryPoints: [pathOf(`./uis/${name}-ui.ts`)],
    bundle: true,
    format: 'esm',
    write: false,
  })
  const script = change(outputFiles[0]?.text ?? '')
  const server = createServer(({ url }, response) => {
    const isScript = url === '/app.js'
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html; charset=utf-8')
    response.end(isScript ? script : `${pages[name]}<script type="module" src="/app.js"></script>`)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  return { url: `http://localhost:${port}/`, close: () => server.close() }
}

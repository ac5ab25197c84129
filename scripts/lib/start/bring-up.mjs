import { join } from 'node:path'
import { findPorts } from '../find-port.mjs'
import { dataDir, root, toolCommand } from '../paths.mjs'
import { say } from '../say.mjs'
import { waitForHttp } from './wait-for-http.mjs'

const timeoutMs = 60_000

/** @typedef {ReturnType<typeof import('./create-stack.mjs').createStack>} Stack */

/**
 * Starts the sandbox and both apps and waits until all three answer.
 *
 * @param {Stack} stack
 * @param {boolean} isPasswordless
 */
export async function bringUp(stack, isPasswordless) {
  const ports = await choosePorts({ sandbox: 4800, react: 5173, vue: 5174 })
  const line = await startSandbox(stack, ports.sandbox, isPasswordless)
  const { controlUrl } = JSON.parse(line)
  const react = startApp(stack, 'react', 'cyan', ports.react, line)
  const vue = startApp(stack, 'vue', 'green', ports.vue, line)
  const urls = { outbox: `${controlUrl}/outbox`, react, vue }
  const signal = AbortSignal.timeout(timeoutMs)
  await Promise.all(
    Object.entries(urls).map(([name, url]) =>
      waitForHttp(url, signal).catch(() => {
        throw new Error(`${name} does not answer at ${url}`)
      }),
    ),
  )
  return urls
}

/**
 * @param {Stack} stack
 * @param {number} port
 * @param {boolean} isPasswordless
 * @returns {Promise<string>} its configuration, a line of JSON
 */
function startSandbox(stack, port, isPasswordless) {
  const cli = join(root, 'packages/sandbox/dist/cli.mjs')
  const data = join(dataDir, 'sandbox')
  const pool = join(root, 'scripts/sandbox')
  return new Promise((resolve) => {
    stack.start({
      name: 'sandbox',
      style: 'magenta',
      command: [
        process.execPath,
        cli,
        '--json',
        ...['--port', String(port)],
        ...['--data', data],
        ...['--config', join(pool, 'config.json')],
        ...['--triggers', join(pool, 'triggers.mjs')],
        ...(isPasswordless ? ['--passwordless'] : []),
      ],
      take(line) {
        const isConfig = line.startsWith('{')
        if (isConfig) resolve(line)
        return isConfig
      },
    })
  })
}

/**
 * @param {Stack} stack
 * @param {'react' | 'vue'} name
 * @param {'cyan' | 'green'} style
 * @param {number} port
 * @param {string} config
 * @returns {string} its address
 */
function startApp(stack, name, style, port, config) {
  stack.start({
    name,
    style,
    command: toolCommand('vite', '--clearScreen', 'false', '--logLevel', 'warn'),
    cwd: join(root, 'examples', name),
    env: { AUTH_CONFIG: config, PORT: String(port) },
  })
  return `http://localhost:${port}/`
}

/** @param {Record<string, number>} wanted */
async function choosePorts(wanted) {
  const ports = await findPorts(wanted)
  for (const [name, port] of Object.entries(ports)) {
    if (port !== wanted[name]) say(`Port ${wanted[name]} is taken: ${name} is on ${port}.`)
  }
  return ports
}

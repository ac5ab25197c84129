import { join } from 'node:path'
import { findPort } from './find-port.mjs'
import { dataDir, root, toolCommand } from './paths.mjs'
import { say } from './say.mjs'
import { waitForHttp } from './wait-for-http.mjs'

const timeoutMs = 60_000

/** @typedef {ReturnType<typeof import('./create-stack.mjs').createStack>} Stack */

/**
 * Starts the sandbox and both apps and waits until all three answer.
 *
 * @param {Stack} stack
 */
export async function bringUp(stack) {
  const line = await startSandbox(stack, await choosePort('sandbox', 4800))
  const { controlUrl } = JSON.parse(line)
  const react = await startApp(stack, 'react', 'cyan', 5173, line)
  const vue = await startApp(stack, 'vue', 'green', 5174, line, react.port)
  const urls = { outbox: `${controlUrl}/outbox`, react: react.url, vue: vue.url }
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
 * @returns {Promise<string>} its configuration, a line of JSON
 */
function startSandbox(stack, port) {
  const cli = join(root, 'packages/sandbox/dist/cli.mjs')
  const data = join(dataDir, 'sandbox')
  return new Promise((resolve) => {
    stack.start({
      name: 'sandbox',
      style: 'magenta',
      command: [process.execPath, cli, '--json', '--port', String(port), '--data', data],
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
 * @param {number} preferred
 * @param {string} config
 * @param {number} [taken] the other app's, which may not listen yet
 */
async function startApp(stack, name, style, preferred, config, taken) {
  const port = await choosePort(name, preferred, taken)
  stack.start({
    name,
    style,
    command: toolCommand('vite', '--clearScreen', 'false'),
    cwd: join(root, 'examples', name),
    env: { AUTH_CONFIG: config, PORT: String(port) },
  })
  return { port, url: `http://localhost:${port}/` }
}

/**
 * @param {string} name
 * @param {number} preferred
 * @param {number} [taken]
 */
async function choosePort(name, preferred, taken) {
  const port = await findPort(preferred === taken ? preferred + 1 : preferred)
  if (port !== preferred) say(`Port ${preferred} is taken: ${name} is on ${port}.`)
  return port
}

import { createServer } from 'node:net'

/** Browsers resolve `localhost` to either. */
const hosts = ['127.0.0.1', '::1']

/**
 * The first free port from `preferred` on.
 *
 * @param {number} preferred
 * @param {(port: number) => Promise<boolean>} [isFree]
 */
export async function findPort(preferred, isFree = isFreeOnLoopback) {
  for (let port = preferred; port < preferred + 100 && port < 65_536; port++) {
    if (await isFree(port)) return port
  }
  throw new Error(`No free port from ${preferred} on`)
}

/** @param {number} port */
async function isFreeOnLoopback(port) {
  const answers = await Promise.all(hosts.map((host) => canListen(port, host)))
  return answers.every(Boolean)
}

/**
 * @param {number} port
 * @param {string} host
 * @returns {Promise<boolean>}
 */
function canListen(port, host) {
  return new Promise((resolve) => {
    const server = createServer()
    // Without IPv6 there is nobody to collide with.
    server.once('error', ({ code }) => resolve(code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT'))
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)))
  })
}

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

/**
 * A free port for each name, from the preferred one on; no name gets a port that another one prefers.
 *
 * @param {Record<string, number>} wanted
 * @param {(port: number) => Promise<boolean>} [isFree]
 * @returns {Promise<Record<string, number>>}
 */
export async function findPorts(wanted, isFree = isFreeOnLoopback) {
  const given = new Set()
  const ports = {}
  for (const [name, preferred] of Object.entries(wanted)) {
    const isForOthers = (port) =>
      given.has(port) || (port !== preferred && Object.values(wanted).includes(port))
    ports[name] = await findPort(preferred, async (port) => !isForOthers(port) && isFree(port))
    given.add(ports[name])
  }
  return ports
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
    // Without IPv6 no server can collide.
    server.once('error', ({ code }) => resolve(code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT'))
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)))
  })
}

/** Whether `host[:port]` is this machine by name. */
export function isLocalHost(host: string | undefined): boolean {
  return host !== undefined && URL.canParse(`http://${host}`) && isLocal(new URL(`http://${host}`))
}

/** Apps are pages of this machine, and programs, which send no origin. */
export function isLocalOrigin(origin: string | undefined): boolean {
  return origin === undefined || (URL.canParse(origin) && isLocal(new URL(origin)))
}

/** Whether it is a page that this very server has served. */
export function isOwnOrigin(origin: string | undefined, port: number): boolean {
  const own = ['127.0.0.1', 'localhost'].map((name) => new URL(`http://${name}:${port}`).origin)
  return origin !== undefined && own.includes(origin)
}

const isLocal = ({ hostname }: URL) =>
  /^(?:localhost|.+\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname)

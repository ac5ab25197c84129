/** Whether `host[:port]` is this machine by name. */
export function isLocalHost(host: string | undefined): boolean {
  return host !== undefined && URL.canParse(`http://${host}`) && isLocal(new URL(`http://${host}`))
}

/** Pages of this machine may connect, and programs, which send no origin. */
export function isLocalOrigin(origin: string | undefined): boolean {
  return origin === undefined || (URL.canParse(origin) && isLocal(new URL(origin)))
}

const isLocal = ({ hostname }: URL) =>
  /^(?:localhost|.+\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname)

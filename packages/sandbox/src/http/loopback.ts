const name = String.raw`(?:[\w-]+\.)*localhost\.?|127(?:\.\d{1,3}){3}|\[::1\]`
const host = new RegExp(`^(?:${name})(?::\\d{1,5})?$`, 'i')
const origin = new RegExp(`^https?://(?:${name})(?::\\d{1,5})?$`, 'i')

/**
 * Whether `host` or `host:port` names this machine and cannot be resolved by a foreign DNS server.
 */
export function isLoopbackHost(value: string): boolean {
  return host.test(value)
}

/** Whether an `Origin` belongs to a page of this machine, over http or https. */
export function isLoopbackOrigin(value: string): boolean {
  return origin.test(value)
}

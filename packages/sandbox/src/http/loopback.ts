const name = String.raw`(?:[\w-]+\.)*localhost\.?|127(?:\.\d{1,3}){3}|\[::1\]`
const host = new RegExp(`^(?:${name})(?::\\d{1,5})?$`, 'i')
const origin = new RegExp(`^https?://(?:${name})(?::\\d{1,5})?$`, 'i')

/** Whether `host` or `host:port` names this machine, which no DNS server of somebody else can answer for. */
export function isLoopbackHost(value: string): boolean {
  return host.test(value)
}

/** Whether an `Origin` is that of a page of this machine, over http or https. */
export function isLoopbackOrigin(value: string): boolean {
  return origin.test(value)
}

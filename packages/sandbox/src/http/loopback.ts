const name = String.raw`(?:[\w-]+\.)*localhost\.?|127(?:\.\d{1,3}){3}|\[::1\]`
const host = new RegExp(`^(?:${name})(?::\\d{1,5})?$`, 'i')
const origin = new RegExp(`^https?://(?:${name})(?::\\d{1,5})?$`, 'i')

/** Whether `host` or `host:port` names this machine, which no DNS server of somebody else can answer for. */
export const isLoopbackHost = (value: string): boolean => host.test(value)

/** Whether an `Origin` is that of a page of this machine, over http or https. */
export const isLoopbackOrigin = (value: string): boolean => origin.test(value)

import type { Context, MiddlewareHandler } from 'hono'
import { isLoopbackOrigin } from './loopback.ts'

/** A page of another machine requested what only this machine may do. */
export class ForeignOrigin extends Error {
  constructor() {
    super(
      'Pages of another origin may not use the control address, the forms of the hosted UI and operations that need AWS credentials.',
    )
  }
}

/**
 * Whether the request is from a page of this machine or from a program: programs send no `Origin`.
 * Browsers omit it in some requests whose response a page cannot read; `Sec-Fetch-Site` shows
 * these.
 */
function isFromThisMachine({ method, headers }: Request): boolean {
  const origin = headers.get('origin')
  if (origin !== null) return isLoopbackOrigin(origin)
  if (headers.get('sec-fetch-site') !== 'cross-site') return true
  const isLink = method === 'GET' && headers.get('sec-fetch-dest') === 'document'
  return isLink || isLoopbackReferrer(headers.get('referer') ?? '')
}

const isLoopbackReferrer = (referrer: string) =>
  URL.canParse(referrer) && isLoopbackOrigin(new URL(referrer).origin)

/** @throws ForeignOrigin */
export function requireThisMachine(request: Request): void {
  if (!isFromThisMachine(request)) throw new ForeignOrigin()
}

/** For every request to a path. */
export const thisMachineOnly: MiddlewareHandler = async ({ req }, next) => {
  requireThisMachine(req.raw)
  return next()
}

/** 403, without CORS headers. */
export function rejectForeignOrigin({ message }: ForeignOrigin, { json }: Context): Response {
  return json({ message }, 403)
}

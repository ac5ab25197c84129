import type { Context, MiddlewareHandler } from 'hono'
import { isLoopbackOrigin } from './loopback.ts'

/** A page of another machine asked for what only this machine may do. */
export class ForeignOrigin extends Error {
  constructor() {
    super(
      'Pages of another origin may not use the control address, the forms of the hosted UI and operations that need AWS credentials.',
    )
  }
}

/**
 * Whether a page of this machine sent a request, or a program: programs send no `Origin`. Browsers
 * leave it out of some requests whose answer a page cannot read; these are known by `Sec-Fetch-Site`.
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

/** For all that is at a path. */
export const thisMachineOnly: MiddlewareHandler = async ({ req }, next) => {
  requireThisMachine(req.raw)
  return next()
}

/** 403, without headers of CORS. */
export function rejectForeignOrigin({ message }: ForeignOrigin, { json }: Context): Response {
  return json({ message }, 403)
}

import type { MiddlewareHandler } from 'hono'
import { ForeignOrigin, requireThisMachine } from './own-origin.ts'

/**
 * Allows every origin and header, as the service does, except for what only this machine may do:
 * such a request is rejected with `ForeignOrigin` and gets no CORS headers.
 */
export const cors: MiddlewareHandler = async (context, next) => {
  const { req } = context
  if (req.method === 'OPTIONS') {
    const requested = req.header('access-control-request-headers')
    // User pools accept no `Authorization` from browsers: only operations of administrators use it.
    if (!req.path.startsWith('/oauth2/') && /\bauthorization\b/i.test(requested ?? '')) {
      requireThisMachine(req.raw)
    }
    return new Response(null, {
      headers: {
        'access-control-allow-origin': '*',
        'access-control-allow-methods': 'GET, POST, PATCH, DELETE, OPTIONS',
        'access-control-allow-headers': requested ?? '*',
        'access-control-max-age': '172800',
      },
    })
  }
  await next()
  if (context.error instanceof ForeignOrigin) return
  context.res.headers.set('access-control-allow-origin', '*')
  context.res.headers.set(
    'access-control-expose-headers',
    'x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date',
  )
}

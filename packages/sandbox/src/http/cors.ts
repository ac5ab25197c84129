import type { MiddlewareHandler } from 'hono'
import { ForeignOrigin, requireThisMachine } from './own-origin.ts'

/**
 * Open to every origin and header, as the service is, but for what only this machine may do: such a
 * request is rejected with `ForeignOrigin` and gets no headers of CORS.
 */
export const cors: MiddlewareHandler = async (context, next) => {
  const { req } = context
  if (req.method === 'OPTIONS') {
    const requested = req.header('access-control-request-headers')
    // User pools take no `Authorization` from browsers; what takes one is for administrators.
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

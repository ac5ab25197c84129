import type { MiddlewareHandler } from 'hono'

/** Pages of this machine. */
const loopback = /^https?:\/\/(localhost|[\w-]+\.localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/

/** The control address is for pages of this machine: it tells codes, and forgets users. */
export const loopbackOnly: MiddlewareHandler = async ({ req, json }, next) => {
  const origin = req.header('origin')
  if (origin === undefined || loopback.test(origin)) return next()
  return json({ message: `Pages of ${origin} may not use the control address.` }, 403)
}

/** Open to every origin and header, as the service is. */
export const cors: MiddlewareHandler = async (context, next) => {
  const { req } = context
  if (req.method === 'OPTIONS') {
    return new Response(null, {
      headers: {
        'access-control-allow-origin': '*',
        'access-control-allow-methods': 'GET, POST, PATCH, DELETE, OPTIONS',
        'access-control-allow-headers': req.header('access-control-request-headers') ?? '*',
        'access-control-max-age': '172800',
      },
    })
  }
  await next()
  context.res.headers.set('access-control-allow-origin', '*')
  context.res.headers.set(
    'access-control-expose-headers',
    'x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date',
  )
}

import type { MiddlewareHandler } from 'hono'

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

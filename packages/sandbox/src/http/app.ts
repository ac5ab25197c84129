import { Hono } from 'hono'
import type { Engine } from '../engine.ts'
import { openidConfiguration } from '../hosted-ui/openid-configuration.ts'
import { createHostedUi } from '../hosted-ui/routes.ts'
import { createControl } from './control.ts'
import { cors } from './cors.ts'
import { ForeignOrigin, rejectForeignOrigin, thisMachineOnly } from './own-origin.ts'
import { ConnectionDropped, handleRequest } from './wire.ts'

/** Cannot collide with a pool id, which has a region before its `_`. */
export const controlPath = '/_control'

export function createApp(engine: Engine): Hono {
  const { state, keys } = engine
  const app = new Hono()
  app.use(async (_, next) => {
    try {
      await next()
    } finally {
      // Before the response is sent, so that it never reports a change that was not stored.
      engine.changed()
    }
  })
  app.use(`${controlPath}/*`, thisMachineOnly)
  app.use(cors)
  app.route(controlPath, createControl(engine))
  app.route('/', createHostedUi(engine))
  app.get('/:pool/.well-known/:document', async (context) => {
    const { pool, document } = context.req.param()
    if (pool === state.userPoolId) {
      if (document === 'jwks.json') return context.json(await keys.jwks())
      if (document === 'openid-configuration') {
        return context.json(openidConfiguration(state, context.req.url))
      }
    }
    return context.json({ message: `Nothing at ${context.req.path}.` }, 404)
  })
  // The keys of the identity pool's OpenID tokens.
  app.get('/.well-known/jwks_uri', async (context) => context.json(await keys.jwks()))
  app.post('*', (context) => handleRequest(engine, context.req.raw))
  app.notFound((context) => context.json({ message: `Nothing at ${context.req.path}.` }, 404))
  app.onError((error, context) => {
    if (error instanceof ConnectionDropped) throw error
    if (error instanceof ForeignOrigin) return rejectForeignOrigin(error, context)
    return Response.json(
      { __type: 'InternalErrorException', message: error.message },
      { status: 500 },
    )
  })
  return app
}

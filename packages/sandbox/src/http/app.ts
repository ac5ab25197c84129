import { Hono } from 'hono'
import type { Engine } from '../engine.ts'
import { issuer } from '../pool/issuer.ts'
import { createControl } from './control.ts'
import { cors, loopbackOnly } from './cors.ts'
import { answerWire, ConnectionDropped } from './wire.ts'

/** Cannot collide with a pool id, which has a region in front of its `_`. */
export const controlPath = '/_control'

export const createApp = (engine: Engine): Hono => {
  const { state, keys } = engine
  const app = new Hono()
  app.use(cors)
  app.use(`${controlPath}/*`, loopbackOnly)
  app.route(controlPath, createControl(engine))
  app.get('/:pool/.well-known/:document', async (context) => {
    const { pool, document } = context.req.param()
    if (pool === state.userPoolId) {
      if (document === 'jwks.json') return context.json(await keys.jwks())
      if (document === 'openid-configuration') {
        return context.json({
          issuer: issuer(state),
          jwks_uri: new URL(`/${pool}/.well-known/jwks.json`, context.req.url).href,
          id_token_signing_alg_values_supported: ['RS256'],
          response_types_supported: ['code', 'token'],
          scopes_supported: ['openid', 'email', 'phone', 'profile'],
          subject_types_supported: ['public'],
        })
      }
    }
    return context.json({ message: `Nothing at ${context.req.path}.` }, 404)
  })
  app.post('*', (context) => answerWire(engine, context.req.raw))
  app.notFound((context) => context.json({ message: `Nothing at ${context.req.path}.` }, 404))
  app.onError((error) => {
    if (error instanceof ConnectionDropped) throw error
    return Response.json(
      { __type: 'InternalErrorException', message: error.message },
      { status: 500 },
    )
  })
  return app
}

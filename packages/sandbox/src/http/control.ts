import { type Context, Hono } from 'hono'
import { advanceRule, isAdvance } from '../clock.ts'
import type { Engine } from '../engine.ts'
import { CognitoError, invalidParameter } from '../errors.ts'
import { patchIdentityPoolOptions } from '../identity-pool/identity-pool-options.ts'
import { isRecord } from '../input/reader.ts'
import { patchPoolOptions } from '../pool/options/patch-pool-options.ts'
import type { User } from '../pool/users/user.ts'
import { readForced } from '../sign-in/forced-challenge.ts'
import { readFault } from './faults.ts'
import { outboxPage } from './outbox-page.ts'

/** What tests and people can do with a sandbox and no Cognito client can. */
export function createControl(engine: Engine): Hono {
  const { state, clock, faults } = engine
  const control = new Hono()

  control.get('/outbox', (context) => {
    const to = context.req.query('to')
    const messages = state.outbox.filter((message) => !to || message.to === to).reverse()
    if (context.req.header('accept')?.includes('application/json')) return context.json(messages)
    return context.html(outboxPage(messages, { poolId: state.userPoolId, to }), 200, {
      'content-security-policy':
        "default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'unsafe-inline'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self' http://localhost:* http://127.0.0.1:*",
    })
  })

  control.post('/clock', async (context) => {
    const { stop, advanceMs = stop === true ? 0 : undefined } = await readObject(context)
    if (stop !== undefined && stop !== true) throw invalidParameter("'stop' must be true.")
    if (!isAdvance(advanceMs)) throw invalidParameter(`advanceMs: ${advanceRule}`)
    if (stop) clock.stop()
    return context.json({ now: clock.advance(advanceMs) })
  })

  control.post('/reset', (context) => {
    engine.reset()
    return context.json({})
  })

  control.get('/users', (context) => context.json([...state.users.values()].map(publicUser)))

  control.get('/faults', (context) => context.json(faults.list()))
  control.post('/faults', async (context) => {
    const fault = readFault(await readObject(context))
    faults.add(fault)
    return context.json(fault)
  })
  control.delete('/faults', (context) => {
    faults.clear()
    return context.json({})
  })

  const { forcedChallenges } = state
  control.get('/challenges', (context) => context.json(forcedChallenges))
  control.post('/challenges', async (context) => {
    const forced = readForced(await readObject(context))
    forcedChallenges.push(forced)
    return context.json(forced)
  })
  control.delete('/challenges', (context) => {
    forcedChallenges.length = 0
    return context.json({})
  })

  control.get('/pool', (context) => context.json(state.options))
  control.patch('/pool', async (context) => {
    state.options = patchPoolOptions(state.options, await readObject(context))
    return context.json(state.options)
  })

  const { identityPool } = state
  control.get('/identity-pool', (context) => context.json(identityPool.options))
  control.patch('/identity-pool', async (context) => {
    identityPool.options = patchIdentityPoolOptions(identityPool.options, await readObject(context))
    return context.json(identityPool.options)
  })

  // In place of AWS STS: what a service needs to verify a signature.
  control.get('/credentials/:accessKeyId', (context) => {
    const issued = identityPool.credentials.get(context.req.param('accessKeyId'))
    if (!issued) return context.json({ message: 'No such access key.' }, 404)
    return context.json(issued)
  })

  control.all('*', (context) =>
    context.json(
      {
        __type: 'UnknownOperationException',
        message: `Nothing at ${context.req.method} ${context.req.path}.`,
      },
      404,
    ),
  )
  control.onError((error, context) => {
    if (error instanceof CognitoError) {
      return context.json({ __type: error.type, message: error.message }, 400)
    }
    return context.json({ __type: 'InternalErrorException', message: error.message }, 500)
  })
  return control
}

async function readObject(context: Context): Promise<Record<string, unknown>> {
  const body: unknown = await context.req.json().catch(() => undefined)
  if (!isRecord(body)) throw invalidParameter('The body must be a JSON object.')
  return body
}

/** Without verifier, salt, codes and keys. */
const publicUser = (user: User) => ({
  username: user.username,
  sub: user.sub,
  status: user.status,
  enabled: user.enabled,
  attributes: user.attributes,
  groups: user.groups,
  passkeys: user.passkeys.map(({ publicKey: _, ...passkey }) => passkey),
  createdAt: user.createdAt,
  modifiedAt: user.modifiedAt,
})

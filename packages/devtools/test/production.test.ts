import { createAuth } from '@authchart/machine'
import { actorOf } from '@authchart/machine/xstate'
import { scriptedConfig } from '@authchart/testing'
import { expect, test } from 'vitest'
import * as development from '../src/index.ts'
import * as production from '../src/production.ts'

test('the production entry has the same names and does nothing', () => {
  expect(Object.keys(production satisfies typeof development).sort()).toEqual(
    Object.keys(development).sort(),
  )
  const { fetch } = globalThis
  const auth = createAuth({ config: scriptedConfig })
  const inspector = production.inspectAuth(auth)
  expect(globalThis.fetch).toBe(fetch)
  actorOf(auth).send({ type: 'go.signUp' })
  expect(inspector.trace.record('user', { type: 'inspectorFailed', error: 'x' })).toBe(0)
  expect(inspector.trace.events()).toEqual([])
  expect(inspector.selfCheck()).toEqual({ ok: true, found: [] })
  inspector.stop()
  auth.stop()

  const live = development.inspectAuth(createAuth({ config: scriptedConfig }))
  const members = (value: object) => Object.keys(value).sort()
  expect(members(inspector)).toEqual(members(live))
  expect(members(inspector.trace)).toEqual(members(live.trace))
  expect(members(inspector.requests)).toEqual(members(live.requests))
  live.stop()
  live.auth.stop()
  expect(globalThis.fetch).toBe(fetch)
})

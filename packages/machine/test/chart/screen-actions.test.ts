import { expect, test } from 'vitest'
import type { ScreenEvent } from '../../src/index.ts'
import { type AuthRoute, screenActions } from '../../src/index.ts'
import { screens } from '../../src/view/screens.ts'

const routes = Object.keys(screens) as AuthRoute[]

test.each(routes)('screenActions lists the events that the actions of %s send', (route) => {
  const sent = new Set<string>()
  const actions = screens[route].act(({ type }: ScreenEvent) => sent.add(type))
  // An empty form: only the type of the event matters.
  for (const run of Object.values(actions)) (run as (form: object) => void)({})
  expect([...screenActions[route]].sort()).toEqual([...sent].sort())
})

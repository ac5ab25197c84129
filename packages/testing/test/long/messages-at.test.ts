import { type AuthRoute, routeOf } from '@authchart/machine'
import { type AuthSnapshot, pathOf } from '@authchart/machine/xstate'
import { authBehaviour, explore } from '@authchart/testing'
import { expect, test } from 'vitest'
import { transition } from 'xstate'
import { failuresAt, noticesAt } from '../../src/at/messages-at.ts'

const { machine, steps } = explore(authBehaviour)
/** What each step shows: also those whose places the model has merged with others. */
const shown = steps.map(({ from, event }) => {
  const [snapshot] = transition(machine, from.snapshot, event)
  return snapshot as AuthSnapshot
})
const routes = [...new Set<AuthRoute>(Object.values(routeOf))]

/** A link that waited leads away from the sign-in screen, with what this would have shown. */
const isLinked = ({ context }: AuthSnapshot) => context.linkCode !== undefined

test.each(routes)('the chart shows these failures and notices on %s', (route) => {
  const here = shown.filter(
    (snapshot) =>
      routeOf[pathOf(snapshot)] === route && !snapshot.hasTag('pending') && !isLinked(snapshot),
  )
  const failures = new Set(here.flatMap(({ context }) => context.failure?.code ?? []))
  const notices = new Set(here.flatMap(({ context }) => context.notice ?? []))
  // After an unknown challenge no request has failed.
  failures.delete('unsupportedChallenge')
  expect([...failures].sort()).toEqual([...new Set<string>(failuresAt[route])].sort())
  expect([...notices].sort()).toEqual([...noticesAt[route]].sort())
})

import { authMachine } from '@authchart/machine/xstate'
import { expect, test } from 'vitest'
import { createMachine, fromPromise } from 'xstate'
import { bareDriver } from '../../src/drivers/bare.ts'
import { extendBehaviour } from '../../src/model/auth-behaviour.ts'
import { planWalks } from '../../src/plan/plan-walks.ts'
import { runWalk } from '../../src/run/run-walk.ts'
import { planOf } from '../support/plan-of.ts'

const { config } = authMachine
const { states = {} } = config

/** The shipped chart with an app step: terms that a signed-in user accepts. */
const extended = createMachine(
  {
    ...config,
    states: {
      ...states,
      terms: {
        description: 'Asks the signed-in user to accept the terms',
        initial: 'requesting',
        on: { 'terms.later': { target: 'signedIn' } },
        states: {
          requesting: { on: { 'terms.accept': { target: 'accepting' } } },
          accepting: {
            tags: ['pending'],
            invoke: {
              id: 'acceptTerms',
              src: 'acceptTerms',
              onDone: { target: '#auth.signedIn' },
              onError: { target: 'requesting' },
            },
          },
        },
      },
      signedIn: {
        ...states.signedIn,
        on: { ...states.signedIn?.on, 'signedIn.showTerms': { target: 'terms' } },
      },
    },
  } as never,
  {
    ...authMachine.implementations,
    actors: {
      ...authMachine.implementations.actors,
      acceptTerms: fromPromise(async () => undefined),
    },
  } as never,
)

const behaviour = extendBehaviour({
  machine: extended,
  outcomes: [
    { actor: 'acceptTerms', name: 'accepted', output: () => undefined },
    {
      actor: 'acceptTerms',
      name: 'NetworkError',
      rejection: { operation: 'browser', type: 'NetworkError', message: 'The connection was lost' },
    },
  ],
})

// Two plans: 9 s on a quiet machine.
test('a chart with steps of one’s own is planned like the shipped one', { timeout: 90_000 }, () => {
  const plan = planWalks({ behaviour })
  const shipped = planOf('transitions')
  expect(plan.missed).toEqual([])
  expect(plan.goals).toBeGreaterThan(shipped.goals)
  const labels = plan.walks.flatMap(({ steps }) => steps.map(({ label }) => label))
  for (const label of ['terms.accept', 'terms.later', 'acceptTerms: NetworkError']) {
    expect(labels).toContain(label)
  }
})

test('and walked', { timeout: 90_000 }, async () => {
  const { walks } = planWalks({ behaviour, cover: 'states' })
  expect(walks.some(({ steps }) => steps.some(({ to }) => to.leaf === 'terms.accepting'))).toBe(
    true,
  )
  for (const walk of walks) await runWalk(behaviour, walk, await bareDriver(behaviour).open())
})

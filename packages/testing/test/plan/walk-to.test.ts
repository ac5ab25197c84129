import { defaultPasswordPolicy } from '@authchart/machine'
import { identityPool } from '@authchart/machine/identity-pool'
import { authMachine } from '@authchart/machine/xstate'
import { describe, expect, test } from 'vitest'
import { initialTransition } from 'xstate'
import { bareDriver } from '../../src/drivers/bare.ts'
import { impossibleByAuthenticator } from '../../src/drivers/needs-authenticator.ts'
import { impossibleInPage } from '../../src/drivers/page/impossible-in-page.ts'
import { wireDriver } from '../../src/drivers/wire/wire-driver.ts'
import { authBehaviour } from '../../src/model/auth-behaviour.ts'
import { explore, exploreFrom } from '../../src/model/explore.ts'
import type { Step } from '../../src/model/model.ts'
import { withVault } from '../../src/model/with-vault.ts'
import { walkTo } from '../../src/plan/walk-to.ts'
import { runWalk } from '../../src/run/run-walk.ts'

const model = explore(authBehaviour)
const behaviour = withVault(authBehaviour)
const running = explore(behaviour)
const bare = bareDriver(authBehaviour)
const wire = wireDriver({ flow: 'USER_PASSWORD_AUTH', identityPool })
const leaves = [...new Set(model.places.map(({ leaf }) => leaf))]

describe('every leaf', () => {
  test.each(leaves)('%s is reached by the bare driver', async (leaf) => {
    const walk = walkTo(model, leaf)
    expect(walk.steps.at(-1)?.to.leaf ?? walk.start.place.leaf).toBe(leaf)
    await runWalk(authBehaviour, walk, await bare.open())
  })

  const possible = leaves.filter((leaf) => leaf !== 'broken')

  test.each(possible)('%s is reached by the wire driver', async (leaf) => {
    await runWalk(behaviour, walkTo(running, leaf, wire), await wire.open())
  })

  const inPage = (hasAuthenticator: boolean) => (step: Step) =>
    impossibleByAuthenticator(step, hasAuthenticator) ?? impossibleInPage(step)
  const withPasskeys = leaves.filter((leaf) => leaf !== 'broken')
  const withoutPasskeys = withPasskeys.filter((leaf) => !/^passkey\.|^signedIn\.passkey/.test(leaf))

  test.each([
    ...possible.map((leaf) => [leaf, true] as const),
    ...withoutPasskeys.map((leaf) => [leaf, false] as const),
  ])('a page can be walked to %s, authenticator: %s', (leaf, hasAuthenticator) => {
    const cannotTake = inPage(hasAuthenticator)
    const { steps } = walkTo(running, leaf, { cannotTake })
    expect(steps.flatMap((step) => cannotTake(step) ?? [])).toEqual([])
  })

  test('without an authenticator no page can be walked to a passkey', () => {
    for (const leaf of ['passkey.signing', 'signedIn.passkeys.creating']) {
      expect(() => walkTo(running, leaf, { cannotTake: inPage(false) })).toThrow(leaf)
    }
  })
})

describe('from a snapshot', () => {
  const [opened] = initialTransition(authMachine, {
    providers: [],
    passwordPolicy: defaultPasswordPolicy,
  })
  const here = exploreFrom(authBehaviour, opened)

  test.each(leaves)('%s is found', (leaf) => {
    expect(walkTo(here, leaf).steps.length).toBeGreaterThanOrEqual(0)
  })
})

test('a walk is the shortest', () => {
  const { start, steps } = walkTo(model, 'signedIn.idle', { from: 'the page is opened' })
  expect(start.name).toBe('the page is opened')
  expect(steps.map(({ label }) => label)).toEqual(['readSession: a session'])
})

test('a walk ends where the wanted facts are true', () => {
  const { steps } = walkTo(running, 'signedIn.idle', { facts: ['federated'] })
  expect([...(steps.at(-1)?.to.facts ?? [])]).toContain('federated')
  expect(() => walkTo(running, 'signIn.editing', { facts: ['hostedUi'] })).toThrow('hostedUi')
})

test('a walk can be continued', () => {
  const home = walkTo(model, 'signedIn.idle', { from: 'the page is opened' })
  const out = walkTo(model, 'signIn.editing', { from: home })
  expect(out.steps.slice(0, home.steps.length)).toEqual(home.steps)
  expect(out.steps.at(-1)?.to.leaf).toBe('signIn.editing')
})

test('a leaf that is not in the chart, and a start that is not in the model', () => {
  expect(() => walkTo(model, 'nowhere')).toThrow('No walk leads to nowhere')
  expect(() => walkTo(model, 'signedIn.idle', { from: 'a bookmark' })).toThrow('“a bookmark”')
})

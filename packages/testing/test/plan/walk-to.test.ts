import { defaultPasswordPolicy } from '@authchart/machine'
import { identityPool } from '@authchart/machine/identity-pool'
import { authMachine } from '@authchart/machine/xstate'
import { describe, expect, test } from 'vitest'
import { initialTransition } from 'xstate'
import { bareDriver } from '../../src/drivers/bare.ts'
import { impossibleInPage } from '../../src/drivers/page/impossible-in-page.ts'
import { wireDriver } from '../../src/drivers/wire/wire-driver.ts'
import { authBehaviour } from '../../src/model/auth-behaviour.ts'
import { explore, exploreFrom } from '../../src/model/explore.ts'
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

  // No authenticator creates a passkey.
  const overWire = leaves.filter((leaf) => !/^broken$|^signedIn\.passkey/.test(leaf))

  test.each(overWire)('%s is reached by the wire driver', async (leaf) => {
    await runWalk(behaviour, walkTo(running, leaf, wire), await wire.open())
  })

  // The browser of a walk has no passkeys.
  const inPage = leaves.filter(
    (leaf) => !/^passkey\.(signing|answering|requesting)|^signedIn\.passkey/.test(leaf),
  )

  test.each(inPage)('a page can be walked to %s', (leaf) => {
    const { steps } = walkTo(running, leaf, { cannotTake: impossibleInPage })
    expect(steps.flatMap((step) => impossibleInPage(step) ?? [])).toEqual([])
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

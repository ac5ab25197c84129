import { routeOf } from '@authchart/machine'
import { describe, expect, test } from 'vitest'
import { payloads } from '../../src/catalogue/payloads.ts'
import { absent, gapsOf, impossibleInUi, type Ui } from '../../src/contract/define-ui.ts'
import { routesWith } from '../../src/contract/routes-with.ts'
import { playwrightDriver } from '../../src/drivers/page/playwright-driver.ts'
import { testingLibraryDriver } from '../../src/drivers/testing-library.ts'
import { authBehaviour } from '../../src/model/auth-behaviour.ts'
import { explore } from '../../src/model/explore.ts'
import type { Place, Step } from '../../src/model/model.ts'
import { withVault } from '../../src/model/with-vault.ts'
import { planWalks } from '../../src/plan/plan-walks.ts'
import { walkTests } from '../../src/playwright.ts'
import { walkTests as vitestWalks } from '../../src/vitest.ts'

const { steps } = explore(authBehaviour)
const done = () => undefined
const whole = {
  routes: Object.fromEntries(Object.values(routeOf).map((route) => [route, () => null])),
  actions: Object.fromEntries(Object.keys(payloads).map((type) => [type, done])),
} as unknown as Ui<never>

const rejectionsOf = (ui: Ui<never>) =>
  new Set(steps.map((step) => impossibleInUi(ui, step)).filter((why) => why !== undefined))

const config = {
  region: 'us-east-1',
  userPoolId: 'us-east-1_Walks0001',
  userPoolClientId: 'walks',
}

/** Every way to hand in a contract. */
const takers: Readonly<Record<string, (ui: Ui<never>) => unknown>> = {
  playwrightDriver: (ui) => playwrightDriver({ ui: ui as never, config }),
  testingLibraryDriver: (ui) =>
    testingLibraryDriver({ ui, render: () => Promise.reject(new Error('not here')) }),
  'walkTests of Playwright': (ui) =>
    walkTests(test as never, { ui: ui as never, config, out: '/nowhere/walks' }),
}

describe.each(Object.entries(takers))('%s, where types are only stripped,', (_name, take) => {
  const loose = (part: object) => ({ ...whole, ...part }) as unknown as Ui<never>

  test('rejects a contract that lacks a screen and an action, by their names', () => {
    const { signUp: _route, ...routes } = whole.routes
    const { 'go.signUp': _action, ...actions } = whole.actions
    const ui = loose({ routes, actions })
    expect(gapsOf(whole)).toEqual([])
    expect(gapsOf(ui)).toEqual(['routes: signUp', 'actions: go.signUp'])
    expect(() => take(ui)).toThrow('lacks routes: signUp; actions: go.signUp. Say how')
  })

  test('rejects what is no contract at all', () => {
    expect(() => take(undefined as never)).toThrow('has no routes: see defineUi')
    expect(() => take({ routes: whole.routes } as never)).toThrow('has no actions')
    expect(() => take(loose({ shows: null }))).toThrow('has no shows')
  })

  test('rejects names that nothing reads', () => {
    expect(() => take(loose({ reject: () => 'never' }))).toThrow('Nothing reads “reject”')
    expect(() => take(loose({ shows: { failures: () => 'no' } }))).toThrow('“failures” in shows')
    expect(() => take(loose({ shows: { screen: { signin: () => '' } } }))).toThrow('“signin”')
    expect(() => take(loose({ buttons: { 'signIn.sumbit': done } }))).toThrow('“signIn.sumbit”')
  })
})

test('an extended chart needs screens and actions in the contract, too', () => {
  const [step] = steps.filter(({ kind }) => kind === 'action')
  if (!step) throw new Error('There is no action')
  const shown = { ...step, to: { ...step.to, leaf: 'terms.editing' } }
  expect(() => impossibleInUi(whole, shown)).toThrow('lacks routes: terms.')
  const sent = { ...step, event: { type: 'terms.accept' } }
  expect(() => impossibleInUi(whole, sent)).toThrow('lacks actions: terms.accept.')
})

test('an unknown word is rejected: mishaps, criteria, options', () => {
  const given = { ui: whole as never, config }
  expect(() => playwrightDriver({ ...given, adversity: ['reloads' as never] })).toThrow(
    "adversity takes reload, back, double submit, second tab, offline, slow, session expiry, not 'reloads'.",
  )
  expect(() => planWalks({ cover: 'transitons' as never })).toThrow("not 'transitons'")
  expect(() => walkTests(test as never, { ...given, covers: 'states' } as never)).toThrow(
    'Nothing reads “covers” in walkTests',
  )
  const driver = { open: () => Promise.reject(new Error('not here')) }
  expect(() => vitestWalks(test, driver, { budget: 60 } as never)).toThrow('“budget” in walkTests')
})

test('a UI does not need what its view does not offer', () => {
  expect(routesWith('go.signIn')).toContain('confirmSignUp')
  expect(routesWith('signOut')).toEqual(['signedIn'])
  expect(rejectionsOf(whole)).toContain('no view of “verifyContact” offers “signOut”')
})

test('every action that screens send is offered by a view', () => {
  const types = new Set(
    steps.filter(({ kind }) => kind === 'action').map(({ event }) => event.type),
  )
  expect([...types].filter((type) => !routesWith(type))).toEqual([])
})

test('a UI may say why it does not offer something', () => {
  const cannotTake = () => 'not here'
  expect(rejectionsOf({ ...whole, cannotTake })).toContain('not here')
})

test('what is absent is impossible for its own reason, and so is what would make an app do it', () => {
  const actions = { ...whole.actions, 'signedIn.load': absent('we have no settings') }
  const routes = { ...whole.routes, setupEmail: absent('we have no codes by e-mail') }
  const ui = { ...whole, actions, routes } as unknown as Ui<never>
  expect(gapsOf(ui)).toEqual([])
  const rejectedAs = (why: string) => steps.filter((step) => impossibleInUi(ui, step) === why)
  const types = rejectedAs('we have no settings').map(({ event }) => event.type)
  expect(new Set(types)).toEqual(new Set(['signedIn.load', 'account.read']))
  const leaves = rejectedAs('we have no codes by e-mail').map(({ to }) => to.leaf)
  expect(new Set(leaves)).toEqual(new Set(['setupEmail.editing', 'setupEmail.submitting']))
  expect(() => (actions['signedIn.load'] as () => never)()).toThrow('we have no settings')
})

test('a UI may exclude external events and outcomes as well', () => {
  const cannotTake = ({ kind }: Step) => (kind === 'external' ? 'one tab only' : undefined)
  const ui = { ...whole, cannotTake }
  const reasons = steps
    .filter(({ kind }) => kind === 'external')
    .map((step) => impossibleInUi(ui, step))
  expect(new Set(reasons)).toEqual(new Set(['one tab only']))
})

test('no walk chooses a second factor that Cognito does not offer', () => {
  const chosen = steps.filter(({ event }) => event.type === 'selectMfaType.submit')
  const rejected = chosen.filter(
    (step) => impossibleInUi(whole, step) === 'the view has no such option',
  )
  expect(rejected.length).toBeGreaterThan(0)
  expect(rejected.length).toBeLessThan(chosen.length)
})

test('without a hosted UI and an identity pool no walk comes by there', () => {
  const { cannotTake, costOf } = playwrightDriver({ ui: whole as never, config })
  const { walks, missed } = planWalks({ behaviour: withVault(authBehaviour), cannotTake, costOf })
  const places = walks.flatMap(({ start, steps }) => [start.place, ...steps.map(({ to }) => to)])
  const isElsewhere = ({ facts, leaf }: Place) =>
    facts.has('hostedUi') || facts.has('federated') || leaf.startsWith('redirecting')
  expect(places.filter(isElsewhere)).toEqual([])
  const reasons = new Set(missed.map(({ why }) => why))
  expect(reasons).toContain('the app is configured without a hosted UI')
  expect(reasons).toContain('the app is configured without an identity pool')
})

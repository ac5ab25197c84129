import { expect, test } from 'vitest'
import { payloads } from '../src/testing/catalogue/payloads.ts'
import { authBehaviour } from '../src/testing/model/auth-behaviour.ts'
import { explore } from '../src/testing/model/explore.ts'
import { gapsOf, refusedByUi, type Ui } from '../src/testing/ui/define-ui.ts'
import { routesWith } from '../src/testing/ui/routes-with.ts'
import { routeOf } from '../src/view/route.ts'

const { steps } = explore(authBehaviour)
const done = () => undefined
const whole = {
  routes: Object.fromEntries(Object.values(routeOf).map((route) => [route, () => null])),
  actions: Object.fromEntries(Object.keys(payloads).map((type) => [type, done])),
} as unknown as Ui<never>

const refusalsOf = (ui: Ui<never>) =>
  new Set(steps.map((step) => refusedByUi(ui, step)).filter((why) => why !== undefined))

test('what JavaScript leaves out of a contract is a gap that has a name', () => {
  const { signUp: _route, ...routes } = whole.routes
  const { 'go.signUp': _action, ...actions } = whole.actions
  const ui = { routes, actions } as unknown as Ui<never>
  expect(gapsOf(whole)).toEqual([])
  expect(gapsOf(ui)).toEqual(['routes: signUp', 'actions: go.signUp'])
  expect(refusalsOf(ui)).toContain('the contract does not tell how “signUp” is recognised')
})

test('no UI is asked for what its view does not offer', () => {
  expect(routesWith('go.signIn')).toContain('confirmSignUp')
  expect(routesWith('signOut')).toEqual(['signedIn', 'signedIn'])
  expect(refusalsOf(whole)).toContain('no view of “verifyContact” offers “signOut”')
})

test('every action that screens send is offered by a view', () => {
  const types = new Set(
    steps.filter(({ kind }) => kind === 'action').map(({ event }) => event.type),
  )
  expect([...types].filter((type) => !routesWith(type))).toEqual([])
})

test('a UI may say why it does not offer something', () => {
  const refuses = () => 'not here'
  expect(refusalsOf({ ...whole, refuses })).toContain('not here')
})

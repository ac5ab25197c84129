import { parseConfig } from '@authchart/machine/cognito'
import { expect, test } from 'vitest'
import { impossibleByConfig } from '../../src/drivers/page/impossible-by-config.ts'
import { authBehaviour } from '../../src/model/auth-behaviour.ts'
import { explore } from '../../src/model/explore.ts'
import { withVault } from '../../src/model/with-vault.ts'
import { planWalks } from '../../src/plan/plan-walks.ts'

const behaviour = withVault(authBehaviour)
const pool = { region: 'us-east-1', userPoolId: 'us-east-1_Walks0001', userPoolClientId: 'walks' }
const hostedUi = {
  domain: 'auth.example.com',
  scopes: ['openid'],
  redirectSignIn: 'http://localhost/',
  redirectSignOut: 'http://localhost/',
}

/** The starts, screens and facts of the walks through an app with this configuration. */
function reached(config: object) {
  const parsed = parseConfig({ ...pool, ...config })
  const { walks } = planWalks({
    behaviour,
    cover: 'transitions',
    cannotTake: (step) => impossibleByConfig(parsed, step),
  })
  const places = walks.flatMap(({ start, steps }) => [start.place, ...steps.map(({ to }) => to)])
  return {
    starts: new Set(walks.map(({ start }) => start.name)),
    leaves: new Set(places.map(({ leaf }) => leaf)),
    facts: new Set(places.flatMap(({ facts }) => [...facts])),
  }
}

test('without a hosted UI no walk begins there, leads there, or has a user of it', () => {
  const { starts, leaves, facts } = reached({})
  expect(starts).not.toContain('back from the hosted UI')
  expect([...leaves].filter((leaf) => /^(redirecting|restoring\.completing)/.test(leaf))).toEqual(
    [],
  )
  expect([...facts].filter((fact) => /hostedUi|redirectAnswer/.test(fact))).toEqual([])
})

test('with one they do', () => {
  const { starts, leaves, facts } = reached({ hostedUi })
  expect(starts).toContain('back from the hosted UI')
  expect([...leaves]).toEqual(expect.arrayContaining(['restoring.completing']))
  expect([...facts]).toEqual(expect.arrayContaining(['hostedUi', 'redirectAnswer']))
})

test('a step of AWS credentials needs an identity pool', () => {
  const why = explore(behaviour).steps.map((step) => impossibleByConfig(parseConfig(pool), step))
  expect(why).toContain('the app is configured without an identity pool')
})

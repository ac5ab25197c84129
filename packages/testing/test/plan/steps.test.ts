import { defineStep } from '@authchart/machine'
import { expect, test } from 'vitest'
import { bareDriver } from '../../src/drivers/bare.ts'
import { wireDriver } from '../../src/drivers/wire/wire-driver.ts'
import { stepsBehaviour } from '../../src/model/steps-behaviour.ts'
import { withVault } from '../../src/model/with-vault.ts'
import { planWalks } from '../../src/plan/plan-walks.ts'
import { runWalk } from '../../src/run/run-walk.ts'

async function fail(): Promise<void> {
  throw new Error('A walk calls no action of the app')
}

const steps = [
  defineStep({
    route: 'enterInvitation',
    at: 'beforeSignUp',
    isNeeded: () => true,
    actions: { enter: async (_input: { code: string }) => fail() },
  }),
  defineStep({
    route: 'welcome',
    at: 'afterConfirmSignUp',
    isNeeded: () => true,
    actions: { start: fail },
  }),
  defineStep({
    route: 'acceptTerms',
    at: 'beforeSignedIn',
    isNeeded: ({ user }) => user.claims['custom:terms'] !== '3',
    actions: { accept: async (_input: { newsletter: boolean }) => fail(), later: fail },
  }),
]

const behaviour = stepsBehaviour(steps, {
  inputs: {
    'enterInvitation.enter': [{ code: 'friend' }],
    'acceptTerms.accept': [{ newsletter: true }],
  },
})

const isOfSteps = (leaf: string) => steps.some(({ route }) => leaf.includes(route))

test('walks through own steps, over the scripted Cognito', { timeout: 120_000 }, async () => {
  const driver = wireDriver({ flow: 'USER_PASSWORD_AUTH', steps })
  const { walks, missed } = planWalks({
    behaviour: withVault(behaviour),
    cover: 'states',
    ...driver,
  })
  expect(missed.filter((goal) => isOfSteps(JSON.stringify(goal)))).toEqual([])
  const mine = walks.filter((walk) => walk.steps.some(({ to }) => isOfSteps(to.leaf)))
  const leaves = new Set(mine.flatMap((walk) => walk.steps.map(({ to }) => to.leaf)))
  expect([...leaves].filter(isOfSteps).sort()).toEqual([
    'confirmSignUp.welcome.editing',
    'confirmSignUp.welcome.start',
    'enterInvitation.editing',
    'enterInvitation.enter',
    'signedIn.acceptTerms.accept',
    'signedIn.acceptTerms.editing',
    'signedIn.acceptTerms.later',
  ])
  for (const walk of mine) {
    await runWalk(withVault(behaviour), walk, await driver.open())
    await runWalk(behaviour, walk, await bareDriver(behaviour).open())
  }
})

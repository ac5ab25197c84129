import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { wireDriver } from '../../src/drivers/wire/wire-driver.ts'
import { impossibleInSpecs } from '../../src/generate/impossible-in-specs.ts'
import { chooseWalks } from '../../src/integrations/choose-walks.ts'
import { authBehaviour } from '../../src/model/auth-behaviour.ts'
import type { Step } from '../../src/model/model.ts'
import { withVault } from '../../src/model/with-vault.ts'
import { journeys } from '../../src/plan/journeys.ts'
import { planJourneys } from '../../src/plan/plan-journeys.ts'
import { coverageOf } from '../../src/report/coverage-of.ts'
import { htmlOf } from '../../src/report/html/html-of.ts'
import { markdownOf } from '../../src/report/markdown.ts'
import { textOf } from '../../src/report/text.ts'

const out = mkdtempSync(join(tmpdir(), 'authchart-journeys-'))
const behaviour = withVault(authBehaviour)

afterAll(() => rmSync(out, { recursive: true }))

test('the shipped chart has every journey, and drivers and plain specs take them all', () => {
  for (const cannotTake of [undefined, wireDriver().cannotTake, impossibleInSpecs]) {
    const { walks, missed } = planJourneys(behaviour, cannotTake)
    expect(missed).toEqual([])
    expect(walks.map(({ title }) => title)).toEqual(journeys.map(({ title }) => title))
  }
})

test('a journey with a step that a driver cannot take is left out, and every report says why', () => {
  const cannotTake = ({ label }: Step) =>
    label === 'signOut 2' ? 'we have no such button' : undefined
  const { plan, walks } = chooseWalks({ cover: 'journeys', out }, { cannotTake })
  const why = 'step 2, “signOut 2”: we have no such button'
  expect(plan.missed).toEqual([{ goal: 'signs out everywhere', why }])
  expect(walks.map(({ title }) => title)).toEqual(
    journeys.map(({ title }) => title).filter((title) => title !== 'signs out everywhere'),
  )
  const coverage = coverageOf(plan, [])
  expect(coverage.plans).toEqual([
    {
      criterion: 'journeys',
      goals: journeys.length,
      covered: journeys.length - 1,
      missed: plan.missed,
    },
  ])
  expect(coverage.leaves.find(({ name }) => name.startsWith('redirecting'))?.why).toBe(
    'the plan covers journeys alone',
  )
  for (const render of [textOf, markdownOf, htmlOf]) {
    expect(render(coverage)).toContain(`signs out everywhere: ${why}`)
  }
})

test('a journey that a chart of one’s own does not have is left out, and the others are not', () => {
  const outcomes = authBehaviour.outcomes.filter(({ actor }) => actor !== 'rememberDevice')
  const { plan, walks } = chooseWalks(
    { cover: 'journeys', out, behaviour: { ...authBehaviour, outcomes } },
    {},
  )
  expect(plan.missed).toEqual([
    {
      goal: 'signs in with a code by SMS, and remembers this device',
      why: expect.stringMatching(/^“rememberDevice: success” is not possible at .*, step 7$/),
    },
  ])
  expect(walks).toHaveLength(journeys.length - 1)
})

import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { routeOf } from '@authchart/machine'
import type { Page } from '@playwright/test'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { payloads } from '../../src/catalogue/payloads.ts'
import type { Ui } from '../../src/contract/define-ui.ts'
import { bareDriver } from '../../src/drivers/bare.ts'
import { chooseWalks } from '../../src/integrations/choose-walks.ts'
import { beginRecord, learnedCosts } from '../../src/integrations/walk-record.ts'
import { authBehaviour } from '../../src/model/auth-behaviour.ts'
import { guessedCosts } from '../../src/plan/costs.ts'
import { walkTests } from '../../src/playwright.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'walk-record-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const write = (name: string, content: unknown) =>
  writeFileSync(join(folder, name), JSON.stringify(content))

test('a run forgets what the last one has left, and nothing that others keep there', () => {
  const theirs = [
    'coverage-final.json',
    'coverage-summary.json',
    'replay-7.html',
    'replay-of-monday.json',
    'spent-much.json',
  ]
  for (const name of theirs) write(name, {})
  mkdirSync(join(folder, 'coverage-html'))
  mkdirSync(join(folder, 'coverage-3.json'))
  for (const name of ['coverage-4711.json', 'coverage-Mobile Safari-0.json', 'replay-7.json']) {
    write(name, {})
  }
  write('spent-all-0.json', { action: { ms: 300, count: 3 } })
  beginRecord(folder)
  expect(readdirSync(folder).sort()).toEqual(
    [...theirs, 'costs.json', 'coverage-3.json', 'coverage-html'].sort(),
  )
  expect(learnedCosts(folder).steps.action).toBe(100)
})

test('costs that are broken are none', () => {
  for (const content of [null, 7, [null], { action: null }, { action: { ms: 'x', count: 0 } }]) {
    write('costs.json', content)
    expect(learnedCosts(folder)).toEqual(guessedCosts)
  }
  write('costs.json', { action: null, timer: { ms: 90, count: 1 } })
  expect(learnedCosts(folder).steps).toEqual({ ...guessedCosts.steps, timer: 90 })
  write('spent-1.json', null)
  write('costs-of-living.json', { action: { ms: 1, count: 1 } })
  expect(() => beginRecord(folder)).not.toThrow()
  expect(learnedCosts(folder).steps.action).toBe(guessedCosts.steps.action)
})

test('to list the tests of a Playwright run leaves the last results alone', () => {
  const ui = {
    routes: Object.fromEntries(Object.values(routeOf).map((route) => [route, () => null])),
    actions: Object.fromEntries(Object.keys(payloads).map((type) => [type, () => undefined])),
  } as unknown as Ui<Page>
  const config = { region: 'us-east-1', userPoolId: 'us-east-1_AbCd', userPoolClientId: 'abc' }
  const titles: string[] = []
  const register = (title: string) => titles.push(title)
  const collect = () => walkTests(register as never, { ui, config, cover: 'journeys', out: folder })

  write('replay-7.json', {})
  process.argv.push('--list')
  try {
    collect()
  } finally {
    process.argv.pop()
  }
  expect(titles.length).toBeGreaterThan(0)
  expect(readdirSync(folder)).toEqual(['replay-7.json'])
  collect()
  expect(readdirSync(folder)).toEqual([])
})

test('numbers that make no sense are rejected with a sentence', () => {
  const driver = bareDriver(authBehaviour)
  const wrong = [
    [{ budgetSeconds: 0 }, 'budgetSeconds is a number above 0, not 0.'],
    [{ budgetSeconds: -1 }, 'budgetSeconds is a number above 0, not -1.'],
    [{ budgetSeconds: Number.NaN }, 'budgetSeconds is a number above 0, not NaN.'],
    [{ maxSteps: 0 }, 'maxSteps is a whole number from 1, not 0.'],
    [{ shrink: -1 }, 'shrink is a whole number from 0, not -1.'],
    [{ shard: { index: 1.5, count: 3 } }, 'There is no shard 1.5 of 3'],
  ] as const
  for (const [choice, said] of wrong) {
    const choose = () => chooseWalks({ cover: 'states', out: folder, ...choice }, driver)
    expect(choose).toThrow(RangeError)
    expect(choose).toThrow(said)
  }
})

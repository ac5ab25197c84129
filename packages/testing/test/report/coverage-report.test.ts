import { createHash } from 'node:crypto'
import { Window } from 'happy-dom'
import { beforeAll, expect, test } from 'vitest'
import { bareDriver } from '../../src/drivers/bare.ts'
import { authBehaviour } from '../../src/model/auth-behaviour.ts'
import { planWalks } from '../../src/plan/plan-walks.ts'
import type { Walk } from '../../src/plan/walk.ts'
import { type Coverage, statusOf } from '../../src/report/coverage.ts'
import { coverageOf } from '../../src/report/coverage-of.ts'
import { htmlOf } from '../../src/report/html/html-of.ts'
import { style, styleHash } from '../../src/report/html/style.ts'
import { junitOf } from '../../src/report/junit.ts'
import { markdownOf } from '../../src/report/markdown.ts'
import { mergeCoverage } from '../../src/report/merge-coverage.ts'
import { textOf } from '../../src/report/text.ts'
import { belowThresholds } from '../../src/report/thresholds.ts'
import { resultOf, type WalkResult } from '../../src/report/walk-result.ts'
import { runWalk } from '../../src/run/run-walk.ts'
import { WalkError } from '../../src/run/walk-error.ts'

/** An app that shows the wrong screen for who has not confirmed, with a message that is no markup. */
const faulty = 'Not <confirmSignUp> but "signIn" & `no` \u0007more'

async function take(walk: Walk, isFaulty: boolean): Promise<WalkResult> {
  const { open } = bareDriver(authBehaviour)
  const driver = await open()
  const broken = {
    ...driver,
    async check(expected: Parameters<typeof driver.check>[0]) {
      await driver.check(expected)
      if (isFaulty && expected.step.label === 'signIn: UserNotConfirmedException') {
        throw new Error(faulty)
      }
    },
  }
  try {
    await runWalk(authBehaviour, walk, broken)
    return resultOf(walk, 10, undefined)
  } catch (error) {
    if (error instanceof WalkError) return resultOf(walk, 10, error)
    throw error
  }
}

const { cannotTake = () => undefined } = bareDriver(authBehaviour)
const plan = planWalks({ cover: 'transitions', cannotTake })
const unconfirmed = 'signIn: UserNotConfirmedException'
let results: readonly WalkResult[]
let good: Coverage
let bad: Coverage

beforeAll(async () => {
  results = await Promise.all(plan.walks.map((walk) => take(walk, false)))
  good = coverageOf(plan, results)
  bad = coverageOf(plan, await Promise.all(plan.walks.map((walk) => take(walk, true))))
})

const named = <Named extends { readonly name: string }>(rows: readonly Named[], name: string) =>
  rows.find((row) => row.name === name)

test('what every session walked is counted, and what no session can reach has its reason', () => {
  expect(good.sessions.every(({ status }) => status === 'passed')).toBe(true)
  for (const row of good.transitions) expect(row.walked).toBe(row.planned)
  const steps = plan.walks.reduce((sum, walk) => sum + walk.steps.length, 0)
  expect(good.transitions.reduce((sum, { walked }) => sum + walked, 0)).toBe(steps)
  const missed = good.transitions.filter((row) => statusOf(row) === 'missed')
  expect(missed.map(({ name }) => name).sort()).toEqual(plan.missed.map(({ goal }) => goal).sort())
  for (const { why } of missed) expect(why).not.toBe('')
})

test('a session counts up to where it failed, the step that failed apart', () => {
  const failed = bad.sessions.filter(({ failure }) => failure)
  expect(failed.length).toBeGreaterThan(0)
  for (const { failure, steps } of failed) {
    expect(steps[failure?.index ?? -1]).toMatch(/^signIn: UserNotConfirmedException/)
    expect(failure?.replay.steps.at(-1)).toBe(unconfirmed)
  }
  expect(named(bad.outcomes, unconfirmed)).toMatchObject({ walked: 0, failed: failed.length })
  const sum = (of: 'planned' | 'walked' | 'failed') =>
    bad.transitions.reduce((sum, row) => sum + row[of], 0)
  expect(sum('failed')).toBe(failed.length)
  expect(sum('walked')).toBeLessThan(sum('planned') - failed.length)
})

test('shards and single tests merge into the whole, by way of JSON', () => {
  const parts = results.map((result) => coverageOf(plan, [result]))
  expect(mergeCoverage(JSON.parse(JSON.stringify(parts)))).toEqual(good)
})

test('plans for several criteria merge: what either reaches is reached', () => {
  const outcomes = planWalks({ cover: 'outcomes', cannotTake })
  const passed = outcomes.walks.map((walk) => resultOf(walk, 5, undefined))
  const both = mergeCoverage([good, coverageOf(outcomes, passed)])
  expect(both.plans.map(({ criterion }) => criterion)).toEqual(['transitions', 'outcomes'])
  expect(both.sessions).toHaveLength(plan.walks.length + outcomes.walks.length)
  const open = both.outcomes.filter(({ walked }) => walked === 0)
  expect(open.map(({ name }) => name).sort()).toEqual(
    outcomes.missed.map(({ goal }) => goal).sort(),
  )
  expect(both.transitions.filter(({ walked }) => walked === 0)).toHaveLength(plan.missed.length)
})

test('thresholds say what is wanted, what there is, and what is missing', () => {
  expect(belowThresholds(good, { leaves: 100, transitions: 99 })).toEqual([])
  const [text, ...others] = belowThresholds(bad, { leaves: 50, transitions: 100 })
  expect(others).toEqual([])
  expect(text).toMatch(/^\d\d(\.\d)? % of the transitions walked \(\d+ of \d+\), 100 % wanted/)
  expect(text).toMatch(/and \d+ more$/)
})

test('where nothing could be walked, no threshold is reached', () => {
  const empty: Coverage = { plans: [], leaves: [], transitions: [], outcomes: [], sessions: [] }
  expect(belowThresholds(empty, { leaves: 100, outcomes: 0 })).toEqual([
    'There are no leaves that could be walked, 100 % wanted.',
    'There are no outcomes that could be walked, 0 % wanted.',
  ])
  expect(textOf(empty)).toMatch(/leaves +0 of 0 +0 %/)
  expect(markdownOf(empty)).toMatch(/^### ❌ /)
})

test('a share is rounded down: 100 % is said only of all', () => {
  const rows = Array.from({ length: 10_000 }, (_, index) => ({
    name: `${index}`,
    planned: 1,
    walked: Math.min(index, 1),
    failed: 0,
  }))
  const [text] = belowThresholds({ ...good, leaves: rows }, { leaves: 100 })
  expect(text).toMatch(/^99\.9 % of the leaves walked \(9999 of 10000\)/)
})

test('text and Markdown show what failed, the steps to it, and what was not walked', () => {
  expect(textOf(good)).toMatch(/leaves +\d+ of \d+ +100 %/)
  expect(textOf(bad)).toContain(faulty.replace('\u0007', '\uFFFD'))
  const markdown = markdownOf(bad)
  expect(markdown).toMatch(/^### ❌ \d+ of \d+ walks passed, \d+ failed: \d+ steps/)
  expect(markdown).toContain('Not &#60;confirmSignUp&#62; but "signIn" &#38; &#96;no&#96;')
  expect(markdown).toContain(`\`${unconfirmed}\``)
})

test('JUnit is XML with a case for each session', () => {
  const { DOMParser } = new Window()
  const xml = new DOMParser().parseFromString(junitOf(bad), 'application/xml')
  expect(xml.querySelector('parsererror')).toBeNull()
  expect(xml.querySelectorAll('testcase')).toHaveLength(plan.walks.length)
  const failures = [...xml.querySelectorAll('failure')]
  expect(failures).toHaveLength(bad.sessions.filter(({ failure }) => failure).length)
  expect(failures[0]?.textContent).toContain('Not <confirmSignUp> but "signIn" & `no`')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 allows none.
  expect(junitOf(bad)).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/)
})

test('the page shows every leaf and where it leads, and loads nothing', () => {
  const html = htmlOf(bad)
  const { document } = new Window()
  document.write(html)
  for (const { name } of bad.leaves) {
    const leaf = document.getElementById(`leaf-${name}`)
    expect(leaf?.querySelector('summary')?.textContent, name).toMatch(/✓ \d+×|✗ \d+ failed|○ |… /)
  }
  const paths = document.querySelectorAll('details.leaf li')
  expect(paths).toHaveLength(bad.transitions.length)
  for (const link of document.querySelectorAll('details.leaf a')) {
    expect(document.getElementById(link.getAttribute('href')?.slice(1) ?? '')).not.toBeNull()
  }
  const failed = document.querySelectorAll('details.failed')
  expect(failed.length).toBe(bad.leaves.filter((row) => row.failed > 0).length)
  expect(document.querySelectorAll('script, [style], [src], link, [onclick]')).toHaveLength(0)
  expect(html).not.toMatch(/<confirmSignUp>|https?:/)
})

/** Markup, orders to a terminal, ends of lines, and what turns the direction of text. */
const foreign =
  '<img src=x onerror=alert(1)>"\'&`|~$]]> \u001B[31m\u001B]0;title\u0007\u0000\u009B2J\u202Etxt\r\n## head\n\u2028last'
const foreignCoverage = {
  plans: [
    { criterion: 'states', goals: 1, covered: 0, missed: [{ goal: foreign, why: foreign }] },
    { criterion: 'outcomes', goals: 1, covered: 0, missed: [{ goal: foreign, why: foreign }] },
    { criterion: 'journeys', goals: 1, covered: 0, missed: [{ goal: foreign, why: foreign }] },
    { criterion: foreign, goals: 1, covered: 0, missed: [] },
  ],
  leaves: [{ name: foreign, planned: 0, walked: 0, failed: 0, why: foreign }],
  transitions: [
    {
      name: foreign,
      planned: 1,
      walked: Number.MAX_SAFE_INTEGER,
      failed: 0,
      from: foreign,
      to: foreign,
      label: foreign,
      alike: 1,
    },
  ],
  outcomes: [{ name: foreign, planned: 0, walked: 0, failed: 0, why: foreign }],
  sessions: [
    {
      criterion: foreign,
      title: foreign,
      start: foreign,
      steps: [foreign],
      status: 'not run',
      ms: 0,
    },
    {
      criterion: foreign,
      title: `${foreign} 2`,
      start: foreign,
      steps: [foreign],
      status: 'failed',
      ms: 1,
      failure: {
        index: 0,
        message: foreign,
        replay: { title: foreign, start: foreign, steps: [foreign] },
      },
    },
  ],
} as unknown as Coverage

const formats = { text: textOf, markdown: markdownOf, junit: junitOf, html: htmlOf }

test.each(Object.entries(formats))(
  '%s shows what a file contains, and obeys none of it',
  (format, render) => {
    const shown = render(foreignCoverage)
    expect(shown).toContain('onerror=alert(1)')
    expect(shown).not.toMatch(/[^\P{Cc}\n]/u)
    if (format === 'text') return
    // What is code in Markdown is no markup.
    const markup = format === 'markdown' ? shown.replace(/`[^`\n]*`/g, '') : shown
    expect(markup).not.toContain('<img')
    if (format === 'markdown') expect(shown).not.toMatch(/^## head/m)
  },
)

test('JUnit and the page stay well-formed for any content of a file', () => {
  const { DOMParser, document } = new Window()
  const xml = new DOMParser().parseFromString(junitOf(foreignCoverage), 'application/xml')
  expect(xml.querySelector('parsererror')).toBeNull()
  const cases = [...xml.querySelectorAll('testcase')]
  expect(cases).toHaveLength(2)
  expect(cases[0]?.getAttribute('classname')).toContain('walks.<img src=x onerror=alert(1)>"\'&`')
  document.write(htmlOf(foreignCoverage))
  expect(document.querySelectorAll('img, script')).toHaveLength(0)
})

test('numbers of visits that no run has are no reason to stop', () => {
  const [leaf] = good.leaves
  if (!leaf) throw new Error('There is no leaf')
  const leaves = [
    { ...leaf, walked: Number.MAX_SAFE_INTEGER },
    { ...leaf, name: 'b', walked: 3 },
  ]
  expect(htmlOf({ ...good, leaves })).toContain('visits: ')
})

test('the policy of the page allows its one style', () => {
  const hash = createHash('sha256').update(style).digest('base64')
  expect(styleHash).toBe(`sha256-${hash}`)
  expect(htmlOf(good)).toContain(`<style>${style}</style>`)
})

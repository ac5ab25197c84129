import { routeOf } from '@authchart/machine'
import { type AuthSnapshot, connect } from '@authchart/machine/xstate'
import { expect, test } from 'vitest'
import type { AnyStateNode } from 'xstate'
import { payloads } from '../../src/catalogue/payloads.ts'
import { authBehaviour } from '../../src/model/auth-behaviour.ts'
import type { Behaviour } from '../../src/model/behaviour.ts'
import { explore } from '../../src/model/explore.ts'
import { lineage, pathOfNode } from '../../src/model/leaf.ts'
import type { Place, Step } from '../../src/model/model.ts'

const { places, steps, machine } = explore(authBehaviour)
const homes = ['signIn.editing', 'signedIn.idle']

/** The places from which one of `goals` can be reached over `steps`. */
function reaching(steps: readonly Step[], goals: readonly string[]): Set<Place> {
  const reached = new Set(places.filter(({ leaf }) => goals.includes(leaf)))
  for (const place of reached) {
    for (const { from, to } of steps) if (to === place) reached.add(from)
  }
  return reached
}

/** It waits beside the form, for as long as that is there. */
const isBeside = (actor: string | undefined) => actor === 'autofillPasskey'

const isWaiting = (leaf: string) =>
  steps.some(
    ({ from, outcome }) => from.leaf === leaf && outcome?.output && !isBeside(outcome.actor),
  )

const lost = (reached: Set<Place>) =>
  places.filter((place) => !reached.has(place)).map(({ id }) => id)

test('every leaf is reached, with the guards as they are', () => {
  expect([...new Set(places.map(({ leaf }) => leaf))].sort()).toEqual(Object.keys(routeOf).sort())
})

test('no dead end: sign-in or the signed-in user can be reached from everywhere', () => {
  expect(lost(reaching(steps, homes))).toEqual([])
})

test('no dead end even when nothing ever succeeds', () => {
  const failing = steps.filter(({ event }) => !event.type.startsWith('xstate.done'))
  expect(lost(reaching(failing, homes))).toEqual([])
})

test('every pending state is left when its actor ends', () => {
  const ends = steps.filter(
    ({ outcome }) => outcome && outcome.name !== 'breaks' && !isBeside(outcome.actor),
  )
  expect(ends.length).toBeGreaterThan(1_000)
  for (const { from, to, label } of ends) expect(to, `${from.id}: ${label}`).not.toBe(from)
})

test('every pending state can be cancelled, but for the start and the sign-out', () => {
  const pending = places.map(({ leaf }) => leaf).filter((leaf) => isWaiting(leaf))
  expect(pending.length).toBeGreaterThan(25)
  for (const leaf of pending.filter((leaf) => !/^restoring|^signingOut|revokingAll/.test(leaf))) {
    const outs = steps.filter((step) => step.from.leaf === leaf && step.to.leaf !== leaf)
    const cancels = outs.filter(({ event }) => event.type.endsWith('.cancel'))
    expect(cancels.length, leaf).toBeGreaterThan(0)
  }
})

/** Where the next request has a challenge of its own: the screen stays. */
function goalOf({ leaf, facts }: Place): RegExp | undefined {
  if (leaf === 'passkey.answering') return /^passkey\.editing$/
  if (leaf === 'confirmSignIn.submitting' && facts.has('firstFactor'))
    return /^confirmSignIn\.editing\./
  return undefined
}

test('a challenge that is over leads back to sign-in, from wherever it is answered', () => {
  const answering = steps.filter(
    ({ outcome }) =>
      /session is expired|Invalid session/.test(outcome?.rejection?.message ?? '') &&
      /respondToChallenge|verifySoftwareToken|associateSoftwareToken/.test(outcome?.actor ?? ''),
  )
  expect(answering.length).toBeGreaterThan(10)
  for (const { from, to } of answering.filter(({ from }) => !from.leaf.startsWith('signedIn'))) {
    // If a user has signed in in another tab meanwhile, the chart goes there.
    const start = from.facts.has('elsewhere') ? 'restoring.reading' : 'signIn.editing'
    expect(to.leaf, from.id).toMatch(goalOf(from) ?? start)
  }
})

test('places are distinguished by leaf, facts and start', () => {
  const ids = new Set(places.map(({ id }) => id))
  expect(ids.size).toBe(places.length)
  const keyOf = ({ leaf, facts, isStart, id }: (typeof places)[number]) =>
    `${leaf}: ${[...facts]}${isStart ? id : ''}`
  expect(new Set(places.map(keyOf)).size).toBe(places.length)
  const facts = new Set(places.flatMap(({ facts }) => [...facts]))
  expect([...facts]).toEqual(expect.arrayContaining(['hostedUi', 'elsewhere', 'cooling']))
})

/** As if everything of the context could still make a difference, wherever it is. */
const asIs: Behaviour['factsOf'] = (snapshot, now, leaf) => {
  const { newDevice, rememberDevice, contacts, isTotpUnfinished, delivery, deliveries, resendAt } =
    snapshot.context
  const left = { newDevice, rememberDevice, isTotpUnfinished, delivery }
  return [
    ...authBehaviour.factsOf(snapshot, now, leaf),
    ...Object.entries(left).map(([name, value]) => value && name),
    `${contacts.length} contacts`,
    `${deliveries.length} deliveries`,
    resendAt > now && 'resend',
  ]
}

test('a sign-in inherits nothing that another user has left unfinished', () => {
  const known = new Set(steps.map(({ transition }) => transition))
  // Few rejections are enough: what they leave behind does not depend on their name.
  const outcomes = authBehaviour.outcomes.filter(
    ({ rejection }) => !rejection || /Network|UserNotConfirmed|ResetRequired/.test(rejection.type),
  )
  const all = explore({ ...authBehaviour, outcomes, factsOf: asIs })
  expect(all.places.length).toBeGreaterThan(places.length)
  const more = all.steps.filter(({ transition }) => !known.has(transition))
  expect(more.map(({ from, transition }) => `${from.id}: ${transition}`)).toEqual([])
})

/** Branches that a leaf inherits from its ancestors, and whose guard is never true there. */
const never: Readonly<Record<string, RegExp>> = {
  'a session in another tab is gone to at once':
    /^(signIn\.editing|signedIn\..*) — \(root\) go\.signedIn$/,
  'no UI has to offer an app that is not preferred; account.test.ts tries it':
    /^signedIn\.setupTotp\.verifying — \S+ xstate\.done\.actor\.verifySoftwareToken 2$/,
}

test('every branch of the chart is taken, from every leaf', () => {
  const taken = new Set(
    steps.flatMap(({ from, branch }) =>
      branch.split(' and ').map((one) => `${from.leaf} — ${one}`),
    ),
  )
  const missed = branchesOf(machine.root).filter((branch) => !taken.has(branch))
  const odd = missed.filter((branch) => !Object.values(never).some((known) => known.test(branch)))
  expect(odd).toEqual([])
  for (const [why, known] of Object.entries(never)) {
    expect(
      missed.some((branch) => known.test(branch)),
      why,
    ).toBe(true)
  }
})

/** Every branch of every leaf, those left out that an unguarded one stands before. */
function branchesOf(node: AnyStateNode): readonly string[] {
  if (node.type !== 'atomic') return Object.values(node.states).flatMap(branchesOf)
  const settled = new Set<string>()
  const branches: string[] = []
  for (const ancestor of lineage(node)) {
    for (const [type, list] of ancestor.transitions) {
      if (settled.has(type)) continue
      list.forEach((_, index) => {
        const number = list.length > 1 ? ` ${index + 1}` : ''
        branches.push(`${pathOfNode(node)} — ${pathOfNode(ancestor)} ${type}${number}`)
      })
      if (list.some(({ guard }) => !guard)) settled.add(type)
    }
  }
  return branches
}

test('every event of every screen is taken somewhere', () => {
  const taken = new Set(steps.map(({ event }) => event.type))
  expect(Object.keys(payloads).filter((type) => !taken.has(type))).toEqual([])
})

test('no place is a blank screen', () => {
  for (const { snapshot } of places) {
    expect(() => connect(snapshot as AuthSnapshot, () => undefined)).not.toThrow()
  }
})

import type { AuthContext, FirstFactor, ScreenEvent } from '@authchart/machine'
import { type AuthForm, byName, formOf } from '@authchart/machine/forms'
import { type AuthSnapshot, connect } from '@authchart/machine/xstate'
import { describe, expect, test } from 'vitest'
import { passkey, person } from '../../src/catalogue/person.ts'
import { authBehaviour } from '../../src/model/auth-behaviour.ts'
import { explore } from '../../src/model/explore.ts'
import type { Place } from '../../src/model/model.ts'

const { places } = explore(authBehaviour)
const isAtRest = ({ snapshot }: Place) => !snapshot.hasTag('pending')

const read = <Data>(data: Data) => ({ data, isLoading: false, failure: undefined })

/** All that an account can have, so that it has a form for each task. */
const account: AuthContext['account'] = {
  profile: read({
    attributes: { email: person.email },
    mfa: { enabled: [], preferred: undefined },
  }),
  devices: read([]),
  passkeys: read([passkey]),
  factors: read(['PASSWORD', 'PASSKEY']),
}

/** The form of a place, and what its buttons send. */
function formAt({ snapshot }: Place, context: Partial<AuthContext> = {}) {
  const sent: ScreenEvent[] = []
  const shown = { ...snapshot, context: { ...snapshot.context, account, ...context } }
  const form = formOf(connect(shown as AuthSnapshot, (event) => sent.push(event as ScreenEvent)))
  return { form, sent }
}

/** The events whose buttons can be pressed. */
function offeredBy({ actions, submitAttributes, isPending, sections }: AuthForm): unknown[] {
  return [
    ...(isPending ? [] : [submitAttributes['data-action']]),
    ...actions.filter(({ isDisabled }) => !isDisabled).map(({ event }) => event),
    ...sections.flatMap(offeredBy),
  ]
}

const checked: readonly ScreenEvent['type'][] = [
  'go.selectFactor',
  'selectFactor.submit',
  'selectFactor.cancel',
  'passkey.submit',
  'passkey.cancel',
  'confirmSignIn.submit',
  'confirmSignIn.resend',
  'passkeyPrompt.submit',
  'passkeyPrompt.cancel',
  'passkeyPrompt.skip',
  'passkeyPrompt.never',
  'signedIn.registerPasskey',
  'signedIn.deletePasskey',
]

/** A user of a provider has no passkeys in the pool. */
const isOfProvider = ({ facts }: Place) => facts.has('federated') || facts.has('hostedUi')

describe.each(checked)('%s', (type) => {
  const takes = ({ steps }: Place) => steps.some(({ event }) => event.type === type)
  const own = places.filter((place) => !isOfProvider(place))

  test('has a button wherever the chart takes it', () => {
    const taking = own.filter(takes)
    const without = taking.filter((place) => !offeredBy(formAt(place).form).includes(type))
    expect(taking.length).toBeGreaterThan(0)
    expect(without.map(({ id }) => id)).toEqual([])
  })

  test('has none where it would have no effect', () => {
    const useless = own.filter(
      (place) => offeredBy(formAt(place).form).includes(type) && !takes(place),
    )
    expect(useless.map(({ id }) => id)).toEqual([])
  })
})

test('each button of a factor, of the prompt and of a passkey sends what it names', () => {
  const names = new Set<string>()
  for (const place of places.filter(isAtRest)) {
    const { form, sent } = formAt(place)
    const actions = [form, ...form.sections].flatMap(({ actions }) => actions)
    const isChecked = ({ event }: { readonly event: string }) =>
      checked.some((one) => one === event)
    for (const { name, event, run, isDisabled } of actions.filter(isChecked)) {
      if (isDisabled) continue
      sent.length = 0
      run({})
      const [what, of] = name.split('.')
      expect(
        sent.map(({ type }) => type),
        `${place.id}: ${name}`,
      ).toEqual([event])
      if (what === 'factor') expect(sent[0]).toMatchObject({ factor: of })
      if (what === 'deletePasskey') expect(sent[0]).toMatchObject({ id: of })
      names.add(name)
    }
  }
  expect([...names]).toEqual(
    expect.arrayContaining([
      ...['factor.PASSKEY', 'factor.EMAIL', 'factor.SMS'],
      ...['goSelectFactor', 'resend', 'skip', 'never', 'registerPasskey'],
      `deletePasskey.${passkey.id}`,
    ]),
  )
})

test('what ends a dialog of the browser leads to a screen that waits for the user', () => {
  const isDialog = ({ leaf }: Place) => /^passkey\.signing$|\.creating$/.test(leaf)
  const ends = places
    .filter(isDialog)
    .flatMap(({ steps }) => steps)
    .filter(({ event, outcome }) =>
      outcome
        ? outcome.rejection && /^(get|create)Passkey$/.test(outcome.actor)
        : event.type.endsWith('.cancel'),
    )
  expect(ends.length).toBeGreaterThan(10)
  for (const { from, label, to } of ends) expect(isAtRest(to), `${from.id}: ${label}`).toBe(true)
})

test('who skips the prompt is at home', () => {
  const steps = places.flatMap(({ steps }) => steps)
  const skips = steps.filter(({ event }) => /^passkeyPrompt\.(skip|never)$/.test(event.type))
  expect(skips.length).toBeGreaterThan(1)
  for (const { from, to } of skips) expect(to.leaf, from.id).toBe('signedIn.idle')
})

describe('fields', () => {
  const [start] = places.filter(({ leaf }) => leaf === 'signIn.editing')
  const [home] = places.filter(({ leaf, facts }) => leaf === 'signedIn.idle' && facts.size === 0)
  const codes = places.filter(({ leaf }) => leaf.startsWith('confirmSignIn.editing'))

  const signInWith = (firstFactors: readonly FirstFactor[]) => {
    if (!start) throw new Error('There is no sign-in')
    return formAt(start, { firstFactors })
  }

  test('a sign-in has a password only where there is no other factor', () => {
    const fieldsWith = (factors: readonly FirstFactor[]) =>
      signInWith(factors).form.fields.map(({ name }) => name)
    expect(fieldsWith(['PASSWORD'])).toEqual(['username', 'password'])
    expect(fieldsWith(['EMAIL', 'PASSWORD'])).toEqual(['username'])
    const { form, sent } = signInWith(['PASSKEY'])
    expect(form.submit({ username: person.username })).toBeUndefined()
    expect(sent).toMatchObject([{ type: 'signIn.submit', username: person.username }])
  })

  test('a sign-in offers passkeys where the pool has them', () => {
    const fillingIn = (factors: readonly FirstFactor[]) =>
      byName(signInWith(factors).form.fields, 'username').attributes.autocomplete
    expect(fillingIn(['PASSWORD'])).toBe('username')
    expect(fillingIn(['PASSKEY', 'PASSWORD'])).toBe('username webauthn')
  })

  test.each(['314159', '31415926'])('a code can be %s', (code) => {
    expect(codes.length).toBeGreaterThan(5)
    for (const place of codes) {
      const { form, sent } = formAt(place)
      const { maxlength, pattern } = byName(form.fields, 'code').attributes
      expect(Number(maxlength)).toBeGreaterThanOrEqual(code.length)
      expect(code).toMatch(new RegExp(`^(?:${pattern})$`))
      expect(form.submit({ code }), place.id).toBeUndefined()
      expect(sent).toMatchObject([{ type: 'confirmSignIn.submit' }])
    }
  })

  test('a first password is set without the previous one', () => {
    if (!home) throw new Error('There is no account')
    const fieldsWith = (factors: readonly FirstFactor[]) => {
      const { form } = formAt(home, { account: { ...account, factors: read(factors) } })
      return byName(form.sections, 'changePassword').fields.map(({ name }) => name)
    }
    expect(fieldsWith(['EMAIL'])).not.toContain('previousPassword')
    expect(fieldsWith(['EMAIL', 'PASSWORD'])).toContain('previousPassword')
  })
})

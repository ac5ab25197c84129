import { defineStep, StepError } from '@authchart/machine'
import { formOf } from '@authchart/machine/forms'
import { describe, expect, test, vi } from 'vitest'
import { authAt } from '../../src/at.ts'
import { user } from '../../src/catalogue/person.ts'

const never = vi.fn(async () => expect.unreachable('An action of the app was called'))

const allow = defineStep({
  route: 'allowCookies',
  at: 'beforeSignIn',
  isNeeded: () => true,
  actions: { allow: never },
})
const invitation = defineStep({
  route: 'enterInvitation',
  at: 'beforeSignUp',
  isNeeded: () => true,
  actions: { enter: async (_input: { code: string }) => never() },
  form: { submit: 'enter', fields: { code: { kind: 'text' } } },
  texts: { title: 'Your invitation', 'failure.unknownInvitation': 'We do not know it.' },
})
const welcome = defineStep({
  route: 'welcome',
  at: 'afterConfirmSignUp',
  isNeeded: () => true,
  show: ({ username }) => ({ username }),
  actions: { start: never },
})
const terms = defineStep({
  route: 'acceptTerms',
  at: 'beforeSignedIn',
  isNeeded: ({ user }) => user.claims['custom:terms'] !== '3',
  show: ({ user }) => ({ version: 3, name: user.name }),
  actions: { later: never, accept: async (_input: { newsletter: boolean }) => never() },
  form: { submit: 'accept', fields: { newsletter: { kind: 'checkbox' } } },
})
const organisation = defineStep({
  route: 'chooseOrganisation',
  at: 'beforeSignedIn',
  isNeeded: ({ user }) => user.claims['custom:organisation'] === undefined,
  actions: { choose: never },
})
const steps = [allow, invitation, welcome, terms, organisation] as const

describe('a step of the app', () => {
  test.each(steps.map(({ route }) => route))('%s is there at once, pending and failed', (route) => {
    expect(authAt(route, { steps }).getView()).toMatchObject({ route, isPending: false })
    const pending = authAt(route, { steps, isPending: true }).getView()
    expect(pending).toMatchObject({ route, isPending: true })
    const failed = authAt(route, { steps, failure: 'network' }).getView()
    expect(failed).toMatchObject({ route, isPending: false, failure: { code: 'network' } })
    expect(never).not.toHaveBeenCalled()
  })

  test('shows what its facts say, whether it is needed or not', () => {
    const done = { name: 'Ada', claims: { 'custom:terms': '3' } }
    const auth = authAt('acceptTerms', { steps: [terms], user: done })
    expect(auth.getView()).toMatchObject({ version: 3, name: 'Ada', user: { ...user, ...done } })
    const { username } = authAt('welcome', { steps, username: 'grace' }).getView() as {
      username?: string
    }
    expect(username).toBe('grace')
  })

  test('waits for the action of its form, or for another one', () => {
    const { pending } = authAt('acceptTerms', { steps, isPending: true }).getView()
    expect(pending).toBe('accept')
    expect(authAt('acceptTerms', { steps, pending: 'later' }).getView().pending).toBe('later')
    const wrong = { steps, pending: 'delete' } as object as { steps: typeof steps }
    expect(() => authAt('acceptTerms', wrong)).toThrow('acceptTerms never waits for "delete"')
  })

  test('has its form, with a failure of its own at its field', () => {
    const failure = new StepError('unknownInvitation', { field: 'code' })
    const form = formOf(authAt('enterInvitation', { steps, failure }).getView())
    expect(form.title).toBe('Your invitation')
    expect(form.fields).toEqual([
      expect.objectContaining({ name: 'code', error: 'We do not know it.' }),
    ])
  })

  test('keeps its action in flight, and writes it down', () => {
    const auth = authAt('acceptTerms', { steps })
    const view = auth.getView()
    if (view.route !== 'acceptTerms') throw new Error(view.route)
    view.accept({ newsletter: true })
    expect(auth.calls).toEqual([{ name: 'accept', input: { newsletter: true } }])
    expect(auth.getView()).toMatchObject({ route: 'acceptTerms', pending: 'accept' })
    const waiting = auth.getView()
    if (waiting.route === 'acceptTerms') waiting.cancel()
    expect(auth.getView().isPending).toBe(false)
    expect(never).not.toHaveBeenCalled()
  })

  test('ends as the answer says, and the next step follows where it is needed', async () => {
    const given = vi.fn()
    const auth = authAt('acceptTerms', {
      steps,
      answers: {
        'acceptTerms.accept': ({ newsletter }, { signal }) => given(newsletter, signal.aborted),
        'chooseOrganisation.choose': new StepError('full', { isRetryable: true }),
      },
    })
    const view = auth.getView()
    if (view.route !== 'acceptTerms') throw new Error(view.route)
    view.accept({ newsletter: true })
    await vi.waitFor(() => expect(auth.getView().route).toBe('chooseOrganisation'))
    expect(given).toHaveBeenCalledExactlyOnceWith(true, false)
    const next = auth.getView()
    if (next.route === 'chooseOrganisation') next.choose()
    await vi.waitFor(() => expect(auth.getView().failure).toMatchObject({ reason: 'full' }))
  })

  test('is not shown before another screen, and is after it', async () => {
    const answers = { signIn: 'tokens', 'allowCookies.allow': 'done' } as const
    const auth = authAt('signIn', { steps, answers })
    const view = auth.getView()
    if (view.route !== 'signIn') throw new Error(view.route)
    view.submit({ username: 'ada', password: 'secret' })
    await vi.waitFor(() => expect(auth.getView().route).toBe('acceptTerms'))
    expect(authAt('signedIn', { steps, failure: 'network' }).getView().route).toBe('signedIn')
  })

  test('rejects an answer that no action ends with', () => {
    // A caller without types.
    const wrong = { steps, answers: { 'acceptTerms.accept': 'codeOfMine' as 'done' } }
    expect(() => authAt('signIn', wrong)).toThrow('No request ends with "codeOfMine"')
  })

  test('has leaves of its own', () => {
    const toured = defineStep({
      route: 'takeTour',
      at: 'beforeSignedIn',
      isNeeded: () => false,
      actions: { next: never },
      states: {
        initial: 'first',
        states: { first: { on: { 'takeTour.next': 'second' } }, second: {} },
      },
    })
    expect(authAt('takeTour', { steps: [toured] }).getView().route).toBe('takeTour')
  })
})

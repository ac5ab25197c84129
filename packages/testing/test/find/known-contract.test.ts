import type { Page } from '@playwright/test'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Ui } from '../../src/contract/define-ui.ts'
import type { Effect } from '../../src/find/attempt.ts'
import { KnownContract } from '../../src/find/known-contract.ts'
import type { Step } from '../../src/model/model.ts'

beforeAll(() => {
  // Time passes at once.
  vi.stubGlobal('setTimeout', (run: () => void) => setImmediate(run))
})
afterAll(() => {
  vi.unstubAllGlobals()
})

const page = {
  evaluate: async () => undefined,
  setDefaultTimeout: () => undefined,
} as unknown as Page

const step = (type: string) =>
  ({
    kind: 'action',
    event: { type },
    from: { leaf: 'signIn.editing' },
    to: { leaf: 'signIn.editing' },
  }) as Step
const sign = (isVisible: () => boolean) => () => ({ isVisible: async () => isVisible() })

function contractOf(parts: { routes?: object; actions?: object; cannotTake?: () => string }) {
  return new KnownContract({ routes: {}, actions: {}, ...parts } as unknown as Ui<Page>)
}

test('signs that are swapped are both broken, and the others are not', async () => {
  let shown = 'signIn'
  const contract = contractOf({
    routes: {
      signIn: sign(() => shown === 'signUp'),
      signUp: sign(() => shown === 'signIn'),
      signedIn: sign(() => shown === 'signedIn'),
    },
  })
  await contract.checkSigns(page, 'signIn')
  shown = 'signedIn'
  await contract.checkSigns(page, 'signedIn')
  expect([...contract.broken]).toEqual(['routes.signIn', 'routes.signUp'])
})

test('a sign that fits several elements is broken', async () => {
  const twice = sign(() => {
    throw new Error('strict mode violation')
  })
  const contract = contractOf({ routes: { signIn: twice } })
  await contract.checkSigns(page, 'signIn')
  expect(contract.has('routes.signIn')).toBe(false)
})

test.each<[string, () => unknown, Effect]>([
  ['does not find its element', () => Promise.reject(new Error('Timeout')), 'done'],
  ['has no effect', () => undefined, 'nothing'],
  ['sends something else', () => undefined, 'wrong'],
])('an action that %s twice is broken', async (_, act, effect) => {
  const contract = contractOf({ actions: { 'signIn.submit': act } })
  const tries = () => contract.act(page, step('signIn.submit'), {}, async () => effect)
  expect(await tries()).toBe('failed')
  expect(contract.has('actions.signIn.submit')).toBe(true)
  expect(await tries()).toBe('failed')
  expect([...contract.broken]).toEqual(['actions.signIn.submit'])
  expect(await tries()).toBe('unknown')
})

test('an action that works after a failure is not broken', async () => {
  const effects: Effect[] = ['nothing', 'done']
  const contract = contractOf({ actions: { 'signIn.submit': () => undefined } })
  const tries = () =>
    contract.act(page, step('signIn.submit'), {}, async () => effects.shift() ?? 'wrong')
  expect([await tries(), await tries()]).toEqual(['failed', 'done'])
  expect(contract.broken.size).toBe(0)
})

test('what a contract leaves out is not tried, and a gap is to be filled', async () => {
  const absent = Object.assign(() => undefined, { absent: 'support does it' })
  const actions = { 'signedIn.deleteUser': absent, 'signIn.submit': undefined }
  const contract = contractOf({ actions })
  const effect = async (): Promise<Effect> => 'wrong'
  expect(contract.leavesOut(step('signedIn.deleteUser'))).toBe('support does it')
  expect(contract.leavesOut(step('signIn.submit'))).toBeUndefined()
  expect(await contract.act(page, step('signIn.submit'), {}, effect)).toBe('unknown')
  expect(contract.isGap('actions.signedIn.deleteUser')).toBe(false)
  expect(contract.isGap('actions.signIn.submit')).toBe(true)
  const never = contractOf({ actions: { 'go.signUp': () => undefined }, cannotTake: () => 'no' })
  expect(never.leavesOut(step('go.signUp'))).toBe('no')
})

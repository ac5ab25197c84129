// @vitest-environment happy-dom
import { type AuthSnapshot, actorOf, pathOf } from '@authchart/machine/xstate'
import { outcomes, payloads, type scriptedCognito } from '@authchart/testing'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createActor, setup } from 'xstate'
import type { Inspector } from '../../src/index.ts'
import { liveSource } from '../../src/panel/index.ts'
import { nowView } from '../../src/panel/now/now-view.ts'
import { legalEvents } from '../../src/source/legal-events.ts'
import { finder } from '../support/finder.ts'
import { openPanel } from '../support/open-panel.ts'

let cognito: ReturnType<typeof scriptedCognito>
let inspector: Inspector
let close: () => void
let root: ShadowRoot

beforeEach(async () => {
  ;({ cognito, inspector, root, close } = await openPanel())
  one('.launcher').click()
})

afterEach(() => close())

const one = finder(() => root)
const leaf = () => pathOf(actorOf(inspector.auth).getSnapshot())
const legal = (type: string) =>
  liveSource(inspector)
    .legal()
    .find((event) => event.type === type)
const row = (type: string) => one('.legal li', type)

/** Until the panel has drawn what is there then. */
async function signIn(answer: string) {
  cognito.arm(outcomes.find(({ actor, name }) => actor === 'signIn' && name === answer))
  cognito.release()
  const [typed = { username: '' }] = payloads['signIn.submit']
  actorOf(inspector.auth).send({ type: 'signIn.submit', ...typed })
  await vi.waitFor(() => expect(leaf()).not.toMatch(/^signIn/))
  await vi.waitFor(() => expect(one('.where').textContent).toContain(leaf()))
}

function choose(form: HTMLFormElement, values: Readonly<Record<string, string>>) {
  for (const [name, value] of Object.entries(values)) {
    const field = form.querySelector<HTMLSelectElement>(`[name="${name}"]`)
    if (!field) throw new Error(`There is no field ${name}`)
    field.value = value
  }
  form.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }))
}

test('leads where the event does, and says where else it may lead', async () => {
  await signIn('tokens')
  const { targets, isAllowed } = legal('signOut') ?? {}
  expect({ targets, isAllowed }).toEqual({
    targets: ['signingOut', 'signedIn.revokingAll'],
    isAllowed: true,
  })
  expect(row('signOut').textContent).toContain('signingOut or revokingAll')
  actorOf(inspector.auth).send({ type: 'signOut' })
  expect(leaf()).toMatch(/^signingOut/)
})

test.each([
  ['SELECT_MFA_TYPE', ['selectMfaType.submitting']],
  ['MFA_SETUP of TOTP or EMAIL', ['setupTotp', 'setupEmail']],
])('knows what comes of each choice that is offered: %s', async (answer, targets) => {
  await signIn(answer)
  const { challenge } = actorOf(inspector.auth).getSnapshot().context
  const options = challenge && 'options' in challenge ? challenge.options : []
  expect(options.length).toBeGreaterThan(1)
  expect(legal('selectMfaType.submit')).toMatchObject({
    targets,
    isAllowed: true,
    fields: [{ name: 'mfaType', kind: options }],
  })
  const offered = [...row('selectMfaType.submit').querySelectorAll('option')]
  expect(offered.map(({ value }) => value)).toEqual(options)
})

test('marks an event that is ignored', async () => {
  await signIn('tokens')
  inspector.requests.pause()
  actorOf(inspector.auth).send({ type: 'signOut', global: true })
  expect(leaf()).toBe('signedIn.revokingAll')
  expect(legal('signOut')).toMatchObject({ isAllowed: false })
})

test('says which guard says no, and has what cannot be known tried', () => {
  const own = setup({
    guards: {
      isReady: () => false,
      hasPayload: ({ event }) => event.payload.length > 0,
    },
  }).createMachine({
    initial: 'here',
    states: {
      here: {
        on: {
          'own.rejected': { guard: 'isReady', target: 'there' },
          'own.unknown': [{ guard: 'hasPayload', target: 'there' }, { target: 'here' }],
        },
      },
      there: {},
    },
  })
  const snapshot = createActor(own).start().getSnapshot() as unknown as AuthSnapshot
  const common = { fields: [], targets: ['there'] }
  expect(legalEvents(snapshot)).toEqual([
    { ...common, type: 'own.rejected', guard: 'isReady', isAllowed: false },
    {
      ...common,
      type: 'own.unknown',
      targets: ['there', 'here'],
      guard: 'hasPayload',
      isAllowed: true,
    },
  ])
})

test('has a form for the preference, part by part', async () => {
  await signIn('tokens')
  const send = vi.spyOn(actorOf(inspector.auth), 'send')
  const form = row('signedIn.setMfaPreference').querySelector('form') as HTMLFormElement
  choose(form, { 'preference.TOTP': 'PREFERRED', 'preference.SMS': 'DISABLED' })
  expect(send).toHaveBeenCalledWith({
    type: 'signedIn.setMfaPreference',
    preference: { TOTP: 'PREFERRED', SMS: 'DISABLED' },
  })
  expect(leaf()).toBe('signedIn.tasks.settingMfaPreference')
})

test('deletes a user only when one says so a second time', async () => {
  await signIn('tokens')
  inspector.requests.pause()
  one('.legal summary', 'signedIn.deleteUser').click()
  expect(leaf()).toBe('signedIn.idle')
  expect(row('signedIn.deleteUser').textContent).toContain('This cannot be taken back.')
  one('.legal button', 'Delete the user for good').click()
  expect(leaf()).toBe('signedIn.tasks.deletingUser')
})

test('says from afar that it is done in the app', () => {
  const live = liveSource(inspector)
  const rest = { targets: ['signedIn.tasks.deletingUser'], guard: null, isAllowed: true }
  const legal = () => [
    { ...rest, type: 'signedIn.deleteUser', confirm: 'Delete the user for good' },
    { ...rest, type: 'signedIn.changePassword', isTypedInApp: true },
  ]
  const { element, update } = nowView({ ...live, legal })
  update()
  expect(element.querySelector('.legal')?.textContent).toMatch(/deleteUseronly in the app/)
  expect(element.querySelector('.legal')?.textContent).toMatch(/changePasswordtype it in the app/)
  expect(element.querySelector('.legal button, .legal form')).toBeNull()
})

test('forgets the device whose key is typed, or this one', async () => {
  await signIn('tokens')
  const send = vi.spyOn(actorOf(inspector.auth), 'send')
  const form = row('signedIn.forgetDevice').querySelector('form') as HTMLFormElement
  choose(form, { key: 'eu-west-1_1' })
  expect(send).toHaveBeenLastCalledWith({ type: 'signedIn.forgetDevice', key: 'eu-west-1_1' })
})

test('marks an event that cannot be typed', async () => {
  await vi.waitFor(() => expect(row('signIn.federate').textContent).toContain('federating'))
  expect(row('signIn.federate').textContent).toContain('cannot be typed here')
  expect(row('signIn.federate').querySelector('button, form')).toBeNull()
  expect(row('signIn.submit').textContent).not.toContain('cannot be typed')
})

test('sends nothing but what the event takes', () => {
  const { send } = liveSource(inspector)
  send?.({ type: 'go.signUp', password: 'Stray-7!' })
  expect(JSON.stringify(inspector.trace.events())).not.toContain('Stray')
  expect(leaf()).toBe('signUp.editing')
  expect(() => send?.({ type: 'session.ended' })).toThrow('No screen sends "session.ended"')
})

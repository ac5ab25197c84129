// @vitest-environment happy-dom

import { english } from '@authchart/machine/words'
import { actorOf } from '@authchart/machine/xstate'
import { outcomes } from '@authchart/testing'
import { expect, onTestFinished, test, vi } from 'vitest'
import {
  createUser,
  email,
  openPage,
  settled,
  submitSignIn,
} from '../../../machine/test/support/sandbox-auth.ts'
import { formFacts } from '../../src/source/form-facts.ts'
import { finder } from '../support/finder.ts'
import { openPanel } from '../support/open-panel.ts'

/** What `vi.waitFor` waits for: the form is loaded when the view is seen. */
const timeout = 5_000

async function open() {
  const panel = await openPanel()
  onTestFinished(panel.close)
  const one = finder(() => panel.root)
  one('.launcher').click()
  await vi.waitFor(() => one('.form h2', 'The form'), { timeout })
  return { ...panel, one }
}

test('the view Now shows the form of the screen: fields, actions and the keys of their texts', async () => {
  const { one, inspector } = await open()
  const row = (name: string) => one('.form li', name).textContent
  expect(one('.form').textContent).toContain('title.signIn')
  expect(row('username')).toContain('field.username')
  expect(row('password')).toContain('field.password')
  expect(row('signIn.submit')).toContain('submit.signIn')
  expect(row('goSignUp')).toContain('go.signUp')
  actorOf(inspector.auth).send({ type: 'go.signUp' })
  await vi.waitFor(() => expect(one('.form').textContent).toContain('title.signUp'))
  expect(row('password')).toContain('minLength')
})

test('a failure is the key of its text, at its field', async () => {
  const { one, inspector, cognito } = await open()
  actorOf(inspector.auth).send({ type: 'go.forgotPassword' })
  cognito.arm(
    outcomes.find(
      ({ actor, rejection }) =>
        actor === 'forgotPassword' && rejection?.type === 'LimitExceededException',
    ),
  )
  actorOf(inspector.auth).send({ type: 'forgotPassword.submit', username: 'ada' })
  await cognito.requested()
  cognito.release()
  await vi.waitFor(() => expect(one('.form').textContent).toContain('failure.'), { timeout })
  const code = inspector.auth.getView().failure?.code
  expect(one('.form').textContent).toContain(`failure.${code}`)
})

test('the form of the account has no name, no address and no key of a device', async () => {
  const page = openPage({
    pool: { DeviceConfiguration: { DeviceOnlyRememberedOnUserPrompt: true } },
  })
  await createUser(page, { name: 'Ada Lovelace', phone_number: '+15550100200' })
  const auth = page.load()
  await submitSignIn(auth)
  const home = await settled(auth, 'signedIn')
  home.loadProfile()
  home.loadDevices()
  await vi.waitFor(
    () => {
      const view = auth.getView()
      expect(view.route === 'signedIn' && view.profile.data && view.devices.data).toBeTruthy()
    },
    { timeout },
  )
  const view = auth.getView()
  const devices = (view.route === 'signedIn' && view.devices.data) || []
  expect(devices).toHaveLength(1)
  const facts = formFacts(actorOf(auth).getSnapshot())
  expect(facts?.sections.map(({ name }) => name)).toContain('updateAttributes')
  const text = JSON.stringify(facts)
  for (const hidden of [email, 'Lovelace', '555', ...devices.map(({ key }) => key)]) {
    expect(text).not.toContain(hidden)
  }
  const labels = [...text.matchAll(/"(?:title|label|error)":"([^"]*)"/g)].map(([, label]) => label)
  expect(labels.filter((label) => !Object.hasOwn(english.texts, label ?? ''))).toEqual([])
})

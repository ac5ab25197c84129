// @vitest-environment happy-dom
import { actorOf, pathOf } from '@authchart/machine/xstate'
import { type scriptedCognito, scriptedConfig } from '@authchart/testing'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Inspector } from '../../src/index.ts'
import { liveSource, mountPanel, panelTag } from '../../src/panel/index.ts'
import { finder } from '../support/finder.ts'
import { openPanel } from '../support/open-panel.ts'

let cognito: ReturnType<typeof scriptedCognito>
let inspector: Inspector
let unmount: () => void
let close: () => void
let root: ShadowRoot

beforeEach(async () => {
  ;({ cognito, inspector, unmount, root, close } = await openPanel())
  one('.launcher').click()
  await vi.waitFor(() => one('.requests'))
})

afterEach(() => close())

const one = finder(() => root)

const leaf = () => pathOf(actorOf(inspector.auth).getSnapshot())

/** Does something that takes one request. */
function forgetPassword(username = 'ada') {
  actorOf(inspector.auth).send({ type: 'go.forgotPassword' })
  actorOf(inspector.auth).send({ type: 'forgotPassword.submit', username })
}

const sent = () => cognito.log.filter((operation) => operation === 'ForgotPassword').length
const isPaused = () => vi.waitFor(() => expect(one('.requests').textContent).toContain('paused'))

test('pauses requests, and sends one when it is released', async () => {
  expect(one('.requests').textContent).toContain('None is pending.')
  one('.requests button', 'Pause').click()
  expect(one('.requests button', 'Pause').getAttribute('aria-pressed')).toBe('true')
  forgetPassword()
  await isPaused()
  expect(sent()).toBe(0)
  one('.requests button', 'Release').click()
  expect(one('.requests .rows').textContent).not.toContain('paused')
  await vi.waitFor(() => expect(sent()).toBe(1))
})

test('still shows paused requests after it was removed from the page and added again', async () => {
  one('.requests button', 'Pause').click()
  unmount()
  unmount = mountPanel(document.body, liveSource(inspector))
  root = document.querySelector(panelTag)?.shadowRoot as ShadowRoot
  one('.launcher').click()
  await vi.waitFor(() => one('.requests button', 'Pause'))
  expect(one('.requests button', 'Pause').getAttribute('aria-pressed')).toBe('true')
  expect(liveSource(inspector).requests?.isPausing).toBe(true)
})

test('releases all, and pauses no more', async () => {
  one('.requests button', 'Pause').click()
  forgetPassword()
  await isPaused()
  one('.requests button', 'Let go of all').click()
  await vi.waitFor(() => expect(sent()).toBe(1))
  expect(one('.requests button', 'Pause').getAttribute('aria-pressed')).toBe('false')
  await vi.waitFor(() => expect(leaf()).toBe('forgotPassword.editing'))
  forgetPassword()
  await vi.waitFor(() => expect(sent()).toBe(2))
})

test('ends a paused one with an outcome of the catalogue', async () => {
  one('.requests button', 'Pause').click()
  forgetPassword()
  await isPaused()
  one('.requests summary', 'Answer').click()
  await vi.waitFor(() => one('.requests .outcomes button', 'LimitExceededException').click())
  await vi.waitFor(() => expect(leaf()).toBe('forgotPassword.editing'))
  expect(actorOf(inspector.auth).getSnapshot().context.failure?.code).toBe('limitExceeded')
  expect(sent()).toBe(0)
  await vi.waitFor(() => expect(one('.requests').textContent).toContain('None is pending.'))
})

test('leaves what is open and what has the focus in peace while others come', async () => {
  one('.requests button', 'Pause').click()
  forgetPassword()
  await isPaused()
  const answer = one('.requests summary', 'Answer')
  answer.click()
  const release = one('.requests button', 'Release')
  release.focus()
  await fetch(`https://cognito-idp.${scriptedConfig.region}.amazonaws.com/`, {
    method: 'POST',
    headers: { 'x-amz-target': 'AWSCognitoIdentityProviderService.ListDevices' },
    body: '{}',
    signal: AbortSignal.timeout(50),
  }).catch(() => undefined)
  await vi.waitFor(() =>
    expect(inspector.trace.events().some((event) => event.type === 'answer')).toBe(true),
  )
  expect(answer.isConnected).toBe(true)
  expect(answer.closest('details')?.open).toBe(true)
  expect(root.activeElement).toBe(release)
})

test('sends late', async () => {
  const late = one<HTMLSelectElement>('.requests select')
  late.value = '500'
  late.dispatchEvent(new Event('change'))
  const start = performance.now()
  forgetPassword()
  await vi.waitFor(() => expect(sent()).toBe(1), { timeout: 3000 })
  expect(performance.now() - start).toBeGreaterThan(450)
})

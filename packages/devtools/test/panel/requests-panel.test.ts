// @vitest-environment happy-dom
import { pathOf } from '@authchart/machine'
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

const leaf = () => pathOf(inspector.auth.actor.getSnapshot())

/** Asks for something that takes one request. */
function forgetPassword(username = 'ada') {
  inspector.auth.actor.send({ type: 'go.forgotPassword' })
  inspector.auth.actor.send({ type: 'forgotPassword.submit', username })
}

const sent = () => cognito.log.filter((operation) => operation === 'ForgotPassword').length
const isPaused = () => vi.waitFor(() => expect(one('.requests').textContent).toContain('held'))

test('holds requests, and sends one when it is let go', async () => {
  expect(one('.requests').textContent).toContain('None is under way.')
  one('.requests button', 'Hold').click()
  expect(one('.requests button', 'Hold').getAttribute('aria-pressed')).toBe('true')
  forgetPassword()
  await isPaused()
  expect(sent()).toBe(0)
  one('.requests button', 'Release').click()
  expect(one('.requests .rows').textContent).not.toContain('held')
  await vi.waitFor(() => expect(sent()).toBe(1))
})

test('still says what it holds after it was taken out of the page and put back', async () => {
  one('.requests button', 'Hold').click()
  unmount()
  unmount = mountPanel(document.body, liveSource(inspector))
  root = document.querySelector(panelTag)?.shadowRoot as ShadowRoot
  one('.launcher').click()
  await vi.waitFor(() => one('.requests button', 'Hold'))
  expect(one('.requests button', 'Hold').getAttribute('aria-pressed')).toBe('true')
  expect(liveSource(inspector).requests?.isPausing).toBe(true)
})

test('lets go of all, and holds no more', async () => {
  one('.requests button', 'Hold').click()
  forgetPassword()
  await isPaused()
  one('.requests button', 'Let go of all').click()
  await vi.waitFor(() => expect(sent()).toBe(1))
  expect(one('.requests button', 'Hold').getAttribute('aria-pressed')).toBe('false')
  await vi.waitFor(() => expect(leaf()).toBe('forgotPassword.editing'))
  forgetPassword()
  await vi.waitFor(() => expect(sent()).toBe(2))
})

test('answers one that is held, in a way of the catalogue', async () => {
  one('.requests button', 'Hold').click()
  forgetPassword()
  await isPaused()
  one('.requests summary', 'Answer').click()
  await vi.waitFor(() => one('.requests .outcomes button', 'LimitExceededException').click())
  await vi.waitFor(() => expect(leaf()).toBe('forgotPassword.editing'))
  expect(inspector.auth.actor.getSnapshot().context.failure?.code).toBe('limitExceeded')
  expect(sent()).toBe(0)
  await vi.waitFor(() => expect(one('.requests').textContent).toContain('None is under way.'))
})

test('leaves what is open and what has the focus in peace while others come', async () => {
  one('.requests button', 'Hold').click()
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

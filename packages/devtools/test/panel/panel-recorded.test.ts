// @vitest-environment happy-dom
import { createAuth, Secret } from '@authchart/machine'
import { actorOf, authMachine } from '@authchart/machine/xstate'
import { outcomes, scriptedCognito, scriptedConfig } from '@authchart/testing'
import { afterEach, expect, test, vi } from 'vitest'
import { chartGraph } from '../../src/chart-graph/chart-graph.ts'
import { inspectAuth } from '../../src/index.ts'
import { mountPanel, type PanelSource, panelTag, recordedSource } from '../../src/panel/index.ts'

const original = globalThis.fetch

afterEach(() => {
  globalThis.fetch = original
})

const replay = (json: string): PanelSource => recordedSource(json, chartGraph(authMachine))

/** A session that ends during a request. */
async function recorded(): Promise<string> {
  const cognito = scriptedCognito()
  globalThis.fetch = cognito.fetch
  cognito.arm(outcomes.find(({ actor }) => actor === 'signIn'))
  const auth = createAuth({ config: scriptedConfig })
  const inspector = inspectAuth(auth)
  await auth.ready()
  actorOf(auth).send({ type: 'signIn.submit', username: 'ada', password: new Secret('Canary-1!') })
  await cognito.requested()
  const json = inspector.exportSession()
  inspector.stop()
  auth.stop()
  return json
}

test('shows a trace as it ended', async () => {
  const source = replay(await recorded())
  expect(source.leaf()).toBe('signIn.submitting')
  expect(source.view()).toMatchObject({ route: 'signIn', context: { username: 'ada' } })
  expect(source.pending()).toMatchObject({ actor: 'signIn', since: expect.any(Number) })
  const types = source.legal().map(({ type }) => type)
  expect(types).toEqual(expect.arrayContaining(['signIn.cancel', 'go.signUp']))
  expect(source.session()).toEqual({})
  expect(source.selfCheck()).toEqual({ ok: true, found: [] })
})

test('can be looked at, and nothing can be sent', async () => {
  const unmount = mountPanel(document.body, replay(await recorded()))
  const root = document.querySelector(panelTag)?.shadowRoot
  root?.querySelector<HTMLElement>('.launcher')?.click()
  expect(root?.querySelector('.where')?.textContent).toContain('signIn.submitting')
  expect(root?.querySelector('.legal')?.textContent).toContain('signIn.cancel')
  expect(root?.querySelectorAll('.legal button, .legal form, .answers button')).toHaveLength(0)
  unmount()
})

test('says that it was looked through for tokens alone, also in its past', async () => {
  const unmount = mountPanel(document.body, replay(await recorded()))
  const root = document.querySelector(panelTag)?.shadowRoot
  const click = (selector: string) => root?.querySelector<HTMLElement>(selector)?.click()
  click('.launcher')
  await vi.waitFor(() => expect(root?.querySelector('.time')).not.toBeNull())
  click('[title="First step"]')
  click('#tab-Session')
  const said = () => root?.querySelector('.session')?.textContent
  await vi.waitFor(() => expect(said()).toContain('0 tokens in the trace'))
  expect(said()).not.toContain('the secrets that the chart has used')
  unmount()
})

test('takes no file that is no trace', () => {
  expect(() => replay('{}')).toThrow(TypeError)
})

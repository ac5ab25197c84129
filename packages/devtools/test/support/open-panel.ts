import { createAuth } from '@authchart/machine'
import { scriptedCognito, scriptedConfig } from '@authchart/testing'
import { type InspectOptions, inspectAuth } from '../../src/index.ts'
import { liveSource, mountPanel, panelTag } from '../../src/panel/index.ts'
import type { InspectorPanel } from '../../src/panel/panel.ts'

/** An auth over a scripted Cognito, with its inspector and a panel in the page; `close` ends and removes all of it. */
export async function openPanel(options?: InspectOptions) {
  const original = globalThis.fetch
  localStorage.clear()
  sessionStorage.clear()
  const cognito = scriptedCognito()
  globalThis.fetch = cognito.fetch
  const inspector = inspectAuth(createAuth({ config: scriptedConfig }), options)
  await inspector.auth.ready()
  const unmount = mountPanel(document.body, liveSource(inspector))
  const root = document.querySelector(panelTag)?.shadowRoot as ShadowRoot
  function close() {
    for (const panel of document.querySelectorAll<InspectorPanel>(panelTag)) panel.unmount()
    inspector.stop()
    inspector.auth.stop()
    globalThis.fetch = original
  }
  return { cognito, inspector, unmount, root, close }
}

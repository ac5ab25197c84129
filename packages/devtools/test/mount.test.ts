// @vitest-environment happy-dom
import { createAuth } from '@authchart/machine'
import { scriptedCognito, scriptedConfig } from '@authchart/testing'
import { expect, test } from 'vitest'
import { inspectAuth } from '../src/index.ts'
import { panelTag } from '../src/panel/index.ts'

test('stands at the end of the page or in the given element, and is removed with the inspector', () => {
  const auth = createAuth({ config: scriptedConfig, fetch: scriptedCognito().fetch })
  const inspector = inspectAuth(auth)
  inspector.mount()
  expect(document.body.lastElementChild?.localName).toBe(panelTag)
  const own = document.createElement('div')
  document.body.append(own)
  inspector.mount(own)
  expect(document.querySelectorAll(panelTag)).toHaveLength(1)
  expect(own.firstElementChild?.localName).toBe(panelTag)
  inspector.stop()
  expect(document.querySelector(panelTag)).toBeNull()
  auth.stop()
})

test('an auth that is stopped gives the page back what was replaced, and its trace stays', () => {
  const { fetch } = globalThis
  const { setItem } = Storage.prototype
  const auth = createAuth({ config: scriptedConfig })
  const inspector = inspectAuth(auth)
  inspector.mount()
  auth.stop()
  expect(globalThis.fetch).toBe(fetch)
  expect(Storage.prototype.setItem).toBe(setItem)
  expect(inspector.trace.events()).not.toEqual([])
  expect(document.querySelector(panelTag)).not.toBeNull()
  inspector.stop()
})

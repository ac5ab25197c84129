// @vitest-environment happy-dom
import { createAuth } from '@authchart/machine'
import { scriptedCognito, scriptedConfig } from '@authchart/testing'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { cataloguePlaces, unknownView } from '../../src/app-ui/catalogue-places.ts'
import { framePrefix, serveFrames, unknownPlace } from '../../src/app-ui/preview-frame.ts'
import { inspectAuth } from '../../src/index.ts'

const { parent, console: page } = window
const { error: pageError } = page
const addListener = window.addEventListener.bind(window)
const places = cataloguePlaces()
const tracker = vi.fn()
const log = vi.fn()
let added: Parameters<typeof window.removeEventListener>[] = []

beforeEach(() => {
  vi.clearAllMocks()
  page.error = log
  vi.spyOn(window, 'addEventListener').mockImplementation((...given) => {
    added.push(given as (typeof added)[number])
    addListener(...given)
  })
})

afterEach(() => {
  for (const given of added) window.removeEventListener(...given)
  added = []
  vi.restoreAllMocks()
  page.error = pageError
  Object.defineProperty(window, 'parent', { value: parent, configurable: true })
  window.name = ''
})

/** An app in a frame that throws, says so, and has a tracker for its errors. */
function throwIn(place: string): ErrorEvent {
  const around = {} as Window
  Object.defineProperty(window, 'parent', { value: around, configurable: true })
  window.name = `${framePrefix}${place}`
  const stopServing = serveFrames(around, () => unknownView(places))
  const auth = createAuth({ config: scriptedConfig, fetch: scriptedCognito().fetch })
  inspectAuth(auth)
  window.addEventListener('error', tracker)
  const event = new ErrorEvent('error', { cancelable: true, message: 'no such screen' })
  window.dispatchEvent(event)
  page.error('no such screen')
  stopServing()
  auth.stop()
  return event
}

test('errors for a route that the app cannot know reach neither its tracker nor the console', () => {
  expect(throwIn(unknownPlace).defaultPrevented).toBe(true)
  expect(tracker).not.toHaveBeenCalled()
  expect(log).not.toHaveBeenCalled()
})

test('errors of its own routes reach both', () => {
  expect(throwIn('signIn, plain').defaultPrevented).toBe(false)
  expect(tracker).toHaveBeenCalledOnce()
  expect(log).toHaveBeenCalledOnce()
})

// @vitest-environment happy-dom
import { type Auth, createAuth } from '@authchart/machine'
import { actorOf } from '@authchart/machine/xstate'
import { scriptedCognito, scriptedConfig } from '@authchart/testing'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { contentOf } from '../../src/app-ui/page-content.ts'
import { type Preview, preview } from '../../src/app-ui/preview.ts'
import { type Screens, watchScreens } from '../../src/app-ui/screens.ts'

const header = '<nav><a href="/">Home</a></nav>'
const form = '<form><h1>Sign in</h1><input name="username"></form>'

let auth: Auth
let shown: Preview
let screens: Screens
let main: HTMLElement

beforeEach(async () => {
  sessionStorage.clear()
  document.body.innerHTML = `${header}<main></main><footer>Imprint</footer>`
  main = document.querySelector('main') as HTMLElement
  auth = createAuth({ config: scriptedConfig, fetch: scriptedCognito().fetch })
  shown = preview(auth)
  await auth.ready()
  vi.useFakeTimers()
  screens = watchScreens(actorOf(auth), shown)
})

afterEach(() => {
  screens.stop()
  shown.stop()
  auth.stop()
  vi.useRealTimers()
})

const stay = () => vi.advanceTimersByTime(450)

function goTo(route: 'signIn' | 'signUp' | 'forgotPassword', html: string) {
  actorOf(auth).send({ type: 'go.signIn' })
  actorOf(auth).send({ type: `go.${route}` })
  main.innerHTML = html
  stay()
}

const empty = () => [...screens.empty].sort()

test('a header and a footer are no screen: also of the first route, once another shows more', () => {
  stay()
  expect(empty()).toEqual([])
  goTo('signUp', '')
  // So far it is unknown whether this page shows auth screens.
  expect(empty()).toEqual([])
  goTo('forgotPassword', form)
  expect(empty()).toEqual(['signIn', 'signUp'])
  goTo('signIn', form)
  expect(empty()).toEqual(['signUp'])
})

test('a page without anything is empty, and hidden things are nothing', () => {
  document.body.innerHTML = '<script>run()</script><input type="hidden">'
  stay()
  expect(empty()).toEqual(['signIn'])
})

test.each([
  ['some words', '<p role="status">Loading…</p>'],
  ['a picture that turns', '<svg></svg>'],
  ['a bar', '<div role="progressbar"></div>'],
])('%s: no empty screen', (_name, html) => {
  goTo('signUp', form)
  goTo('forgotPassword', html)
  expect(empty()).toEqual([])
})

test('a box that turns for ever is a picture', () => {
  goTo('signUp', form)
  goTo('forgotPassword', '<div class="spinner"></div>')
  expect(empty()).toEqual(['forgotPassword'])
  const box = main.firstElementChild as Element
  // happy-dom knows the animations of an element itself alone.
  const animated = (iterations: number) => {
    const animation = { effect: { target: box, getComputedTiming: () => ({ iterations }) } }
    document.body.getAnimations = () => [animation as unknown as Animation]
    return contentOf(document.body)
  }
  expect(animated(1).has(box)).toBe(false)
  expect(animated(Number.POSITIVE_INFINITY).has(box)).toBe(true)
  Reflect.deleteProperty(document.body, 'getAnimations')
})

test('the same elements with other words are another screen', () => {
  main.innerHTML = form
  stay()
  const heading = main.querySelector('h1')?.firstChild as Text
  actorOf(auth).send({ type: 'go.signUp' })
  heading.data = 'Sign up'
  stay()
  expect(empty()).toEqual([])
})

test('what the past looks like is not taken for the screen of now', () => {
  const signIn = actorOf(auth).getSnapshot()
  goTo('signUp', form)
  shown.show(signIn)
  goTo('forgotPassword', '')
  stay()
  expect(empty()).toEqual([])
  shown.show(undefined)
  // The app draws itself anew.
  vi.advanceTimersByTime(450)
  main.innerHTML = form
  stay()
  expect(empty()).toEqual([])
  goTo('signIn', '')
  expect(empty()).toEqual(['signIn'])
})

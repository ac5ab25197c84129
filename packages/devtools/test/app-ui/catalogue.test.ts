// @vitest-environment happy-dom
import { type AuthRoute, createAuth, routeOf } from '@authchart/machine'
import { actorOf } from '@authchart/machine/xstate'
import { scriptedCognito, scriptedConfig } from '@authchart/testing'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { cataloguePlaces, unknownView } from '../../src/app-ui/catalogue-places.ts'
import { framePrefix, placeOfFrame, serveFrames } from '../../src/app-ui/preview-frame.ts'
import { inspectAuth } from '../../src/index.ts'
import { turns } from '../../src/panel/catalogue/turns.ts'
import { panelTag } from '../../src/panel/index.ts'

const places = cataloguePlaces()

describe('the places of the catalogue', () => {
  test('are every route at rest, and each by a name of its own', () => {
    const routes = new Set<AuthRoute>(Object.values(routeOf))
    const plain = places.filter(({ kind }) => kind === 'plain')
    expect(new Set(plain.map(({ route }) => route))).toEqual(routes)
    expect(plain).toHaveLength(routes.size)
    expect(new Set(places.map(({ id }) => id)).size).toBe(places.length)
  })

  test('include forms with a pending request and with a failure', () => {
    for (const { route, kind, view } of places) {
      expect(view.route).toBe(route)
      if (kind === 'pending') expect(view.isPending).toBe(true)
      if (kind === 'failed') expect(view).toMatchObject({ isPending: false, failure: {} })
    }
    const kindsOf = (route: AuthRoute) =>
      places.filter((place) => place.route === route).map(({ kind }) => kind)
    const waiting: readonly string[] = ['restoring', 'redirecting', 'signingOut']
    for (const route of new Set(Object.values(routeOf))) {
      const kinds = waiting.includes(route) ? ['plain'] : ['plain', 'pending', 'failed']
      expect(kindsOf(route), route).toEqual(kinds)
    }
  })
})

describe('a frame of the catalogue', () => {
  const original = globalThis.fetch
  const { setItem, removeItem, clear } = Storage.prototype
  const { parent } = window
  const { focus } = HTMLElement.prototype
  const { scrollIntoView } = Element.prototype

  afterEach(() => {
    HTMLElement.prototype.focus = focus
    Element.prototype.scrollIntoView = scrollIntoView
    globalThis.fetch = original
    Object.assign(Storage.prototype, { setItem, removeItem, clear })
    Object.defineProperty(window, 'parent', { value: parent, configurable: true })
    window.name = ''
  })

  function framed(name: string) {
    const around = {} as Window
    Object.defineProperty(window, 'parent', { value: around, configurable: true })
    window.name = name
    return around
  }

  test('shows its place, and neither asks, stores, nor mounts anything', async () => {
    const cognito = scriptedCognito()
    globalThis.fetch = cognito.fetch
    const around = framed(`${framePrefix}a place`)
    const place = places.find(({ route, kind }) => route === 'signUp' && kind === 'failed')
    const stopServing = serveFrames(around, (id) => (id === 'a place' ? place?.view : undefined))
    const auth = createAuth({ config: scriptedConfig, fetch: cognito.fetch })
    const inspector = inspectAuth(auth)
    inspector.mount(document.body)
    expect(document.querySelector(panelTag)).toBeNull()
    expect(auth.getView()).toBe(place?.view)
    await auth.ready()
    actorOf(auth).send({ type: 'go.signUp' })
    expect(auth.getView()).toBe(place?.view)
    expect(document.documentElement.dataset.authchartPreview).toBe('a place')
    // happy-dom remembers methods that were used before.
    Storage.prototype.setItem.call(localStorage, 'other', 'value')
    expect(localStorage.getItem('other')).toBeNull()
    const request: Parameters<typeof fetch> = [
      'https://cognito-idp.us-east-1.amazonaws.com/',
      {
        method: 'POST',
        headers: { 'x-amz-target': 'AWSCognitoIdentityProviderService.InitiateAuth' },
        body: '{}',
      },
    ]
    // Neither by the page nor by the app's own.
    await expect(fetch(...request)).rejects.toThrow('connection was lost')
    await expect(auth.transport?.fetch(...request)).rejects.toThrow('connection was lost')
    expect(cognito.log).toEqual([])
    stopServing()
    auth.stop()
  })

  test('is none of its place where the app has read and subscribed before', async () => {
    delete document.documentElement.dataset.authchartPreview
    const around = framed(`${framePrefix}a place`)
    const place = places.find(({ route }) => route === 'signUp')
    const stopServing = serveFrames(around, () => place?.view)
    const auth = createAuth({ config: scriptedConfig, fetch: scriptedCognito().fetch })
    auth.subscribe(() => {})
    expect(auth.getView().route).toBe('restoring')
    inspectAuth(auth)
    await auth.ready()
    const mark = () => document.documentElement.dataset.authchartPreview
    expect(mark()).toBeUndefined()
    // A new subscriber is notified; one that unsubscribes at once is not.
    const [listener, gone] = [vi.fn(), vi.fn()]
    auth.subscribe(listener)
    auth.subscribe(gone).unsubscribe()
    await vi.waitFor(() => expect(listener).toHaveBeenCalledExactlyOnceWith(place?.view))
    expect(gone).not.toHaveBeenCalled()
    expect(mark()).toBe('a place')
    stopServing()
    auth.stop()
  })

  test('is one of its place where the app reads the view again when it is notified, as React does', async () => {
    delete document.documentElement.dataset.authchartPreview
    const around = framed(`${framePrefix}a place`)
    const place = places.find(({ route }) => route === 'signUp')
    const stopServing = serveFrames(around, () => place?.view)
    const auth = createAuth({ config: scriptedConfig, fetch: scriptedCognito().fetch })
    const shown: string[] = []
    auth.subscribe(() => shown.push(auth.getView().route))
    await auth.ready()
    expect(shown.at(-1)).toBe('signIn')
    inspectAuth(auth)
    // While React renders the inspector, no subscriber may be notified.
    expect(shown.at(-1)).toBe('signIn')
    await Promise.resolve()
    expect(shown.at(-1)).toBe('signUp')
    expect(document.documentElement.dataset.authchartPreview).toBe('a place')
    stopServing()
    auth.stop()
  })

  test('does not take the focus, and does not scroll', () => {
    const around = framed(`${framePrefix}a place`)
    const stopServing = serveFrames(around, () => places[0]?.view)
    document.body.innerHTML = '<input><h1 tabindex="-1">Sign in</h1>'
    const [input, heading] = [document.querySelector('input'), document.querySelector('h1')]
    input?.focus()
    const auth = createAuth({ config: scriptedConfig, fetch: scriptedCognito().fetch })
    inspectAuth(auth)
    heading?.focus()
    heading?.scrollIntoView()
    expect(document.activeElement).toBe(input)
    stopServing()
    auth.stop()
  })

  test('is one by its name and its place in a page alone', () => {
    window.name = `${framePrefix}signIn`
    expect(placeOfFrame()).toBeUndefined()
    framed('another frame')
    expect(placeOfFrame()).toBeUndefined()
    framed(`${framePrefix}signIn.editing`)
    expect(placeOfFrame()).toBe('signIn.editing')
  })
})

test('a route without a screen is tried with an unknown route', () => {
  expect(Object.values(routeOf)).not.toContain(unknownView(places).route)
})

test('no more pages load at once than may', async () => {
  const turn = turns(2)
  let [running, most] = [0, 0]
  const work = async () => {
    running += 1
    most = Math.max(most, running)
    await new Promise((resolve) => setTimeout(resolve, 5))
    running -= 1
    if (most === 1) throw new Error('The first one fails')
  }
  await Promise.allSettled(Array.from({ length: 6 }, () => turn(work)))
  expect([running, most]).toEqual([0, 2])
})

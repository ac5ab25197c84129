// @vitest-environment node
import { createAuth } from '@authchart/machine'
import { requestCookies } from '@authchart/machine/server'
import { createSandbox } from '@authchart/sandbox'
import { expect, test } from 'vitest'
import { settled } from '../../machine/test/support/sandbox-auth.ts'
import { config } from './guides/config.ts'
import { render } from './guides/react-router-server.tsx'

const request = (path: string, cookie = '') =>
  render(new Request(`https://shop.example.com${path}`, { headers: { cookie } }))

async function signIn(): Promise<string> {
  const username = 'ada@example.com'
  const password = 'Correct-horse-7'
  const sandbox = createSandbox({ ...config, users: [{ username, password }] })
  const storage = requestCookies('')
  const auth = createAuth({
    config: sandbox.config,
    storage,
    fetch: (input, init) => sandbox.fetch(input instanceof Request ? input : new URL(input), init),
  })
  ;(await settled(auth, 'signIn')).submit({ username, password })
  await settled(auth, 'signedIn')
  auth.stop()
  return storage.cookieHeader
}

const answer = async (response: Response) => ({
  status: response.status,
  location: response.headers.get('location'),
  html: await response.text(),
})

test('a guarded page redirects before it is rendered, and the sign-in page is rendered', async () => {
  const wanted = '/orders?page=2'
  const signInPath = `/sign-in?to=${encodeURIComponent(wanted)}`
  expect(await answer(await request(wanted))).toEqual({
    status: 302,
    location: signInPath,
    html: '',
  })
  const page = await answer(await request(signInPath))
  expect(page.status).toBe(200)
  expect(page.html).toContain('<p data-screen="true">signIn</p>')
})

test('who is signed in gets the page, and is led away from the sign-in page', async () => {
  const cookie = await signIn()
  const page = await answer(await request('/orders', cookie))
  expect(page.status).toBe(200)
  expect(page.html).toContain('<h1>Orders</h1>')
  const back = await request('/sign-in?to=%2Forders', cookie)
  expect([back.status, back.headers.get('location')]).toEqual([302, '/orders'])
  const away = await request('/sign-in?to=%2F%2Fevil.example', cookie)
  expect([away.status, away.headers.get('location')]).toEqual([302, '/'])
})

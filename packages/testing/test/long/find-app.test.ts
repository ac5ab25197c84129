import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Browser, chromium } from '@playwright/test'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findBrowser } from '../../../../scripts/lib/browser/find-browser.mjs'
import { loadPhrases } from '../../src/find/action-phrases.ts'
import { type AppConfig, discoverConfig } from '../../src/find/discover.ts'
import type { FindError, FindFailure } from '../../src/find/find-error.ts'

const fields =
  '<input id="user" aria-label="Username"><input id="pass" type="password" aria-label="Password"><button>Sign in</button>'
const requestTo = (address: string, target = true) => `
  document.querySelector('button').onclick = (event) => {
    event.preventDefault()
    fetch('${address}', {
      method: 'POST',
      headers: ${target ? "{ 'x-amz-target': 'AWSCognitoIdentityProviderService.InitiateAuth' }" : '{}'},
      body: JSON.stringify({ ClientId: 'mine', username: document.getElementById('user').value }),
    }).catch(() => {})
  }`
const page = (body: string, script = '') => `<!doctype html>${body}<script>${script}</script>`

const pages: Readonly<Record<string, string>> = {
  '/text': page('<p>Nothing is here</p>'),
  '/crash': page('', 'throw new Error("no config")'),
  '/endless': page(fields, 'setTimeout(() => { for (;;) {} }, 1_500)'),
  '/search': page('<input type="search" aria-label="Search"><button type="button">Go</button>'),
  '/form': page(
    `<form method="post" action="/login">${fields}</form>`.replace('id="user"', 'name="u"'),
  ),
  '/own': page(fields, requestTo('/api/login', false)),
  '/proxy': page(fields, requestTo('/auth/cognito')),
  '/app': page(fields, requestTo('http://127.0.0.1:9/')),
}

let server: Server
let browser: Browser
let origin: string
const phrases = await loadPhrases()

beforeAll(async () => {
  server = createServer(({ url = '' }, response) => {
    const body = pages[url]
    response.writeHead(body ? 200 : 404, { 'content-type': 'text/html' }).end(body ?? 'Not here')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  browser = await chromium.launch({ executablePath: await findBrowser() })
})

afterAll(async () => {
  await browser?.close()
  server?.close()
})

const config = (userPoolClientId: string, endpoint = 'http://127.0.0.1:9'): AppConfig => ({
  region: 'eu-west-1',
  userPoolId: 'eu-west-1_Mine00001',
  userPoolClientId,
  endpoint,
})

test.each<[string, FindFailure, RegExp, AppConfig?]>([
  ['/none', 'noAnswer', /status 404.*Start the app/],
  ['/text', 'nothingToUse', /nothing to type into.*Give the address/],
  ['/crash', 'crashed', /fails: no config.*Mend it first/],
  ['/endless', 'crashed', /does not react/],
  ['/search', 'noSignIn', /No sign-in was sent/],
  ['/form', 'otherServer', /POST .*\/login, which is not Cognito/],
  ['/own', 'otherServer', /POST .*\/api\/login, which is not Cognito/],
  ['/proxy', 'otherServer', /through its own server.*\/auth\/cognito/],
  ['/app', 'otherConfig', /client mine.*yours/, config('yours')],
  ['/app', 'otherConfig', /127\.0\.0\.1:9 .*127\.0\.0\.1:8/, config('mine', 'http://127.0.0.1:8')],
])('%s cannot be gone through: %s', { timeout: 150_000 }, async (path, code, message, given) => {
  const failed = discoverConfig({ browser, url: `${origin}${path}`, phrases, given })
  await expect(failed).rejects.toMatchObject({ code, message: expect.stringMatching(message) })
  expect(await failed.catch((error: FindError) => error.name)).toBe('FindError')
})

test('an address where nothing listens', async () => {
  await expect(
    discoverConfig({ browser, url: 'http://127.0.0.1:9/', phrases }),
  ).rejects.toMatchObject({ code: 'noAnswer', message: expect.stringContaining('Start the app') })
})

test('the client and the address of Cognito are read from the first sign-in', async () => {
  const url = `${origin}/app`
  expect(await discoverConfig({ browser, url, phrases })).toMatchObject({
    userPoolClientId: 'mine',
    endpoint: 'http://127.0.0.1:9',
  })
  const given = config('mine')
  expect(await discoverConfig({ browser, url, phrases, given })).toBe(given)
})

// biome-ignore-all lint/suspicious/noConsole: pages log here what the canary has to see

import type { Browser, Page } from '@playwright/test'
import { AppModel } from '../models/app.model.ts'
import { Canary } from '../models/canary.ts'
import { HostedUiModel } from '../models/hosted-ui.model.ts'
import type { LocalCognito } from '../support/local-cognito.ts'
import { openAccount } from '../support/person.ts'
import { operationOf } from '../support/requests.ts'
import { expect, test } from '../support/test.ts'

interface Attempt {
  readonly name: string
  readonly what: string
  readonly leak: (page: Page, secret: string, endpoint: string) => Promise<unknown>
}

/** A call in the page, with the secret as `$secret`. */
const inPage =
  (script: (secret: string) => unknown): Attempt['leak'] =>
  (page, secret) =>
    page.evaluate(script, secret)

const attempts: readonly Attempt[] = [
  { name: 'console', what: 'password', leak: inPage((secret) => window.console.log(secret)) },
  {
    name: 'object in the console',
    what: 'password',
    leak: inPage((secret) => window.console.info({ form: { values: new Map([['p', secret]]) } })),
  },
  {
    name: 'localStorage, even if removed at once',
    what: 'password',
    leak: inPage((secret) => {
      localStorage.setItem('draft', secret)
      localStorage.removeItem('draft')
    }),
  },
  {
    name: 'sessionStorage',
    what: 'password',
    leak: inPage((secret) => sessionStorage.setItem('draft', secret)),
  },
  {
    name: 'cookie',
    what: 'password',
    leak: inPage((secret) => {
      // biome-ignore lint/suspicious/noDocumentCookie: it is what must be seen
      document.cookie = `draft=${secret}`
    }),
  },
  {
    name: 'IndexedDB',
    what: 'password',
    leak: inPage(
      (secret) =>
        new Promise((resolve) => {
          const opening = indexedDB.open('drafts', 1)
          opening.onupgradeneeded = () => opening.result.createObjectStore('drafts')
          opening.onsuccess = () => {
            const change = opening.result.transaction('drafts', 'readwrite')
            change.objectStore('drafts').put({ secret }, 1)
            change.oncomplete = resolve
          }
        }),
    ),
  },
  {
    name: 'URL',
    what: 'password',
    leak: inPage((secret) => history.replaceState(null, '', `/?p=${secret}`)),
  },
  {
    name: 'history.state',
    what: 'password',
    leak: inPage((secret) => history.replaceState({ secret }, '')),
  },
  {
    name: 'text, even if removed at once',
    what: 'password',
    leak: inPage(async (secret) => {
      const text = document.body.appendChild(document.createTextNode(secret))
      await new Promise(requestAnimationFrame)
      text.remove()
    }),
  },
  {
    name: 'attribute',
    what: 'password',
    leak: inPage((secret) => document.body.setAttribute('data-draft', secret)),
  },
  {
    name: 'inspection event, as a property deep in a cycle',
    what: 'password',
    leak: inPage((secret) => {
      const actor: Record<string, unknown> = { context: [{ secret }] }
      actor.self = actor
      const { authInspect } = window as unknown as { authInspect: (event: object) => void }
      authInspect({ actorRef: { toJSON: () => ({}), actor } })
    }),
  },
  {
    name: 'base64',
    what: 'password',
    leak: inPage((secret) => window.console.log(btoa(secret))),
  },
  {
    name: 'request to a stranger',
    what: 'a stranger was called',
    leak: inPage(() => fetch('http://127.0.0.1:9/').catch(() => undefined)),
  },
  {
    name: 'SRP sign-in that sends the password',
    what: 'password',
    leak: (page, secret, endpoint) =>
      page.evaluate(
        ({ secret, endpoint }) =>
          fetch(endpoint, {
            method: 'POST',
            headers: { 'x-amz-target': 'AWSCognitoIdentityProviderService.InitiateAuth' },
            body: JSON.stringify({ AuthFlow: 'USER_SRP_AUTH', password: secret }),
          }).catch(() => undefined),
        { secret, endpoint },
      ),
  },
  {
    name: 'unhandled error',
    what: 'unhandled error',
    leak: inPage(() => {
      setTimeout(() => {
        throw new Error('Nothing caught this')
      })
    }),
  },
]

/** A page with a canary of its own, so that its findings do not fail the test. */
async function openWatched(browser: Browser, cognito: LocalCognito, baseURL?: string) {
  const context = await browser.newContext({ baseURL: baseURL ?? '' })
  const canary = new Canary({ app: baseURL ?? '', sandbox: cognito.config.endpoint })
  await canary.watch(context)
  const app = await AppModel.prepare(await context.newPage(), cognito)
  await app.open()
  await app.expectRoute('signIn')
  return { app, canary, context }
}

for (const { name, what, leak } of attempts) {
  test(`the canary catches: ${name}`, async ({ browser, cognito, baseURL }) => {
    const { app, canary, context } = await openWatched(browser, cognito, baseURL)
    await leak(app.page, canary.password(), cognito.config.endpoint)
    await expect.poll(async () => (await canary.leaks([])).map((leak) => leak.what)).toContain(what)
    await context.close()
  })
}

test('the canary catches: code, token and refresh token', async ({
  browser,
  cognito,
  person,
  baseURL,
}) => {
  await openAccount(cognito, person)
  const { app, canary, context } = await openWatched(browser, cognito, baseURL)
  await app.signIn.submit(person)
  await app.expectRoute('signedIn')
  const outbox = await cognito.outbox()
  expect(await canary.leaks(outbox)).toEqual([])

  const texts = [
    outbox[0]?.code,
    await app.storedToken('accessToken'),
    await app.storedToken('refreshToken'),
  ]
  for (const text of texts) {
    expect(text).toBeTruthy()
    await app.page.evaluate((text) => window.console.log({ text }), text)
  }
  const found = (await canary.leaks(outbox)).map(({ what }) => what)
  expect(found).toEqual(expect.arrayContaining(['code', 'token', 'refresh token']))
  await context.close()
})

test('the canary catches: authorization code, code verifier and keys of AWS credentials', async ({
  browser,
  cognito,
  baseURL,
}) => {
  const { app, canary, context } = await openWatched(browser, cognito, baseURL)
  const { page } = app
  const exchanging = page.waitForRequest('**/oauth2/token')
  await app.signIn.google.click()
  await new HostedUiModel(page).ada.click()
  const exchange = new URLSearchParams((await exchanging).postData() ?? '')
  await app.expectRoute('signedIn')
  const answering = page.waitForResponse(
    (response) => operationOf(response.request()) === 'GetCredentialsForIdentity',
  )
  await app.signedIn.awsIdentity.read('User')
  const { Credentials } = await (await answering).json()
  expect(await canary.leaks([])).toEqual([])

  for (const text of [exchange.get('code'), exchange.get('code_verifier'), Credentials.SecretKey]) {
    expect(text).toBeTruthy()
    await page.evaluate((text) => window.console.log({ text }), text)
  }
  const found = (await canary.leaks([])).map(({ what }) => what)
  const all = ['authorization code', 'code verifier', 'key of AWS credentials']
  expect(found).toEqual(expect.arrayContaining(all))
  await context.close()
})

test('the canary looks everywhere', async ({ app, canary, member }) => {
  await app.enter(member)
  await canary.leaks([])
  expect([...canary.places]).toEqual(
    expect.arrayContaining(['DOM', 'url', 'history', 'inspection', 'localStorage', 'indexedDB']),
  )
})

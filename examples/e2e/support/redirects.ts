import { expect, type Page, type Request } from '@playwright/test'

/** What the hosted UI and links in mails add to the address of the app. */
const answers = [
  ...['code', 'state', 'error', 'error_description'],
  ...['auth', 'user_name', 'confirmation_code'],
]

const isReturn = (url: URL) => url.searchParams.has('state') && url.pathname === '/'

/** Waits for the next request by which the hosted UI leads back to the app. */
export function nextReturn(page: Page): Promise<Request> {
  return page.waitForRequest((request) => isReturn(new URL(request.url())))
}

/** Writes down every code that is exchanged for tokens from now on. */
export function watchExchanges(page: Page): readonly string[] {
  const sent: string[] = []
  page.on('request', (request) => {
    const body = new URLSearchParams(request.postData() ?? '')
    if (body.get('grant_type') === 'authorization_code') sent.push(body.get('code') ?? '')
  })
  return sent
}

/** Keeps the page where it is when it leaves for the hosted UI, and lets it go again. */
export async function holdRedirects(page: Page): Promise<() => Promise<void>> {
  const authorize = '**/oauth2/authorize?**'
  // A page that waits for another one answers no question.
  await page.route(authorize, (route) => route.fulfill({ status: 204 }))
  return () => page.unroute(authorize)
}

/**
 * The address that leads back to the app from the page of a provider, where a user is picked by
 * `pick`. It is not opened: the page stays where it is.
 */
export async function catchReturn(page: Page, pick: () => Promise<void>): Promise<URL> {
  const provider = '**/_idp/**'
  let address: URL | undefined
  await page.route(provider, async (route) => {
    // Routes see the first of several redirects alone, so they are followed here.
    const picked = await route.fetch({ maxRedirects: 0 })
    const next = new URL(picked.headers().location ?? '', route.request().url())
    const back = await page.request.get(next.href, { maxRedirects: 0 })
    address = new URL(back.headers().location ?? '')
    await route.fulfill({ status: 204 })
  })
  await pick()
  await expect.poll(() => address?.href).toBeDefined()
  await page.unroute(provider)
  return new URL(address ?? '')
}

/** Neither the address of the page nor its history contains parameters of a redirect or a link. */
export async function expectCleanAddress(page: Page): Promise<void> {
  const addresses = await page.evaluate(() => [
    location.href,
    // Not in the types of the DOM yet.
    ...(window as unknown as { navigation: { entries: () => { url: string }[] } }).navigation
      .entries()
      .map(({ url }) => url),
  ])
  for (const address of addresses) {
    const names = [...new URL(address).searchParams.keys()]
    expect(names.filter((name) => answers.includes(name))).toEqual([])
  }
}

import { createSandbox } from '@authchart/sandbox'
import { addVirtualAuthenticator } from '../../scripts/lib/browser/virtual-authenticator.mjs'
import { bundleApp } from '../support/bundle-app.mjs'
import { serveApps } from '../support/serve-apps.mjs'
import { withBrowser } from '../support/with-browser.mjs'

export const title = 'A returning user with a passkey'

export const meaning = `From the load of the page to the app, in Chromium with its virtual authenticator: what the user does, and how long it takes. An action is
a field that is filled, a button that is pressed, or a passkey that is picked in the list of a field; what the device
requires is not counted. The peer has passkeys as its preferred factor.`

const username = 'user@example.com'
const password = 'Password1!'
const peer = 'Amplify UI, `<Authenticator>`'

/** @param {{ isShort: boolean }} options @returns {Promise<import('../support/statistics.mjs').Row[]>} */
export async function compare({ isShort }) {
  const sandbox = createSandbox({ pool: { Passwordless: true }, users: [{ username, password }] })
  const { config } = await sandbox.listen()
  const server = await serveApps(
    {
      authchart: await bundleApp('first-screen/react-authchart.tsx'),
      amplify: await bundleApp('passkeys-amplify.tsx'),
    },
    config,
  )
  try {
    return await withBrowser((browser) => measureAll(browser, server.origin, isShort ? 1 : 5))
  } finally {
    server.close()
    await sandbox.close()
  }
}

async function measureAll(browser, origin, rounds) {
  const page = await browser.newPage()
  page.setDefaultTimeout(20_000)
  await page.addInitScript(noteArrival)
  await addVirtualAuthenticator(page)
  await createPasskey(page, origin)
  const measure = (library, act) => measureLoads(page, origin, library, rounds, act)
  const autofill = await measure('authchart', async () => 1)
  await page.addInitScript(withoutAutofill)
  const button = await measure('authchart', async () => {
    await press(page, 'submit')
    return 1
  })
  const amplify = await measure('amplify', async () => {
    await page.locator('input[name=username]').fill(username)
    await page
      .getByRole('button', { name: /passkey/i })
      .first()
      .click()
    return 2
  })
  const rows = (name, ours) => [
    { what: `actions, ${name}`, peer, unit: '', ours: [ours.actions], theirs: [amplify.actions] },
    { what: `time, ${name}`, peer, unit: 'ms', ours: ours.times, theirs: amplify.times },
  ]
  return [...rows('autofill', autofill), ...rows('by a button', button)]
}

/** In the page: the browser does not list passkeys below a field. */
function withoutAutofill() {
  if (!window.isSecureContext) return
  PublicKeyCredential.isConditionalMediationAvailable = async () => false
}

/** In the page: when the app first shows who is signed in, in ms since the load began. */
function noteArrival() {
  new MutationObserver(() => {
    if (document.querySelector('[data-home]')) window.arrivedAt ??= performance.now()
  }).observe(document, { childList: true, subtree: true, attributes: true })
}

/** Creates a passkey after a sign-in with the password: the next sign-in begins with it. */
async function createPasskey(page, origin) {
  // Chromium says that it creates a passkey without a dialog, and does not: the second sign-in prompts.
  await signInByPassword(page, origin)
  await page.locator('[value=signOut]').first().click()
  await page.locator('form[data-authform=signIn]').waitFor()
  await signInByPassword(page, origin)
}

async function signInByPassword(page, origin) {
  await page.goto(`${origin}/authchart`)
  await page.locator('input[name=username]').fill(username)
  await press(page, 'submit')
  await page.locator('input[name=password]').fill(password)
  await press(page, 'submit')
  const create = page.locator('[data-action="passkeyPrompt.submit"]')
  const home = page.locator('[data-home]')
  await create.or(home).waitFor()
  if (await create.isVisible()) await create.click()
  await home.waitFor()
}

/** `act` does what a user does, and gives how many actions that is. */
async function measureLoads(page, origin, library, rounds, act) {
  const times = []
  let actions = 0
  for (let round = 0; round <= rounds; round += 1) {
    await page.goto('about:blank')
    await signOut(page, origin)
    await page.goto(`${origin}/${library}`)
    actions = await act()
    times.push(await arrival(page))
  }
  // The first load has an empty cache.
  return { actions, times: times.slice(1) }
}

/** Both libraries store tokens by the same names; what an app remembers of the user stays. */
async function signOut(page, origin) {
  await page.goto(`${origin}/blank`)
  await page.evaluate(() => {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith('CognitoIdentityServiceProvider')) localStorage.removeItem(key)
    }
    sessionStorage.clear()
  })
}

async function arrival(page) {
  await page.locator('[data-home]').waitFor()
  return Math.round(await page.evaluate(() => window.arrivedAt))
}

function press(page, type) {
  return page.locator(`form button[type=${type}]`).first().click()
}

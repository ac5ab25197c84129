/**
 * What a returning user with a passkey does until the app shows who is signed in, and how long it takes from the load of
 * the page: Authchart with autofill, Authchart by its button, and the `<Authenticator>` of Amplify UI with passkeys as the
 * preferred factor; in Chromium with its virtual authenticator, against the sandbox. Prints JSON: the actions in order, and
 * ms of each load. An action is a field that is filled, a button that is pressed, or a passkey that is picked in the list
 * of a field; what the device requires is not counted. `node bench/passkeys.mjs`
 */
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { env, stdout } from 'node:process'
import { fileURLToPath } from 'node:url'
import { createSandbox } from '@authchart/sandbox'
import { chromium } from '@playwright/test'
import { build } from 'esbuild'
import { findBrowser } from '../scripts/lib/browser/find-browser.mjs'
import { addVirtualAuthenticator } from '../scripts/lib/browser/virtual-authenticator.mjs'

const username = 'user@example.com'
const password = 'Password1!'
const rounds = env.BENCH_SHORT ? 1 : 7

const sandbox = createSandbox({ pool: { Passwordless: true }, users: [{ username, password }] })
const { config } = await sandbox.listen()
const server = await serve({
  authchart: await bundle('authchart'),
  amplify: await bundle('amplify'),
})
const origin = `http://localhost:${server.address().port}`
const browser = await chromium.launch({ executablePath: await findBrowser() })
try {
  const page = await browser.newPage()
  page.setDefaultTimeout(20_000)
  await page.addInitScript(noteArrival)
  await addVirtualAuthenticator(page)
  await createPasskey(page)
  const autofill = await measure(page, 'Authchart, autofill', 'authchart', async () => [
    'pick the passkey',
  ])
  await page.addInitScript(withoutAutofill)
  const button = await measure(page, 'Authchart, button', 'authchart', async () => {
    await press(page, 'submit')
    return ['press Sign in']
  })
  const amplify = await measure(page, 'Amplify UI', 'amplify', async () => {
    await page.locator('input[name=username]').fill(username)
    const submit = page.getByRole('button', { name: /passkey/i }).first()
    const name = await submit.textContent()
    await submit.click()
    return ['fill in the user name', `press ${name}`]
  })
  const results = [autofill, button, amplify]
  const versions = Object.fromEntries(
    ['@aws-amplify/ui-react', 'aws-amplify'].map((name) => [name, versionOf(name)]),
  )
  stdout.write(
    `${JSON.stringify({ browser: browser.version(), versions, rounds, results }, null, 2)}\n`,
  )
} finally {
  await browser.close()
  server.close()
  await sandbox.close()
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

/** Creates a passkey after a sign-in with the password, and signs in by it once. */
async function createPasskey(page) {
  // Chromium says that it creates a passkey without a dialog, and does not: the second sign-in prompts.
  await signInByPassword(page)
  await page.locator('[value=signOut]').first().click()
  await page.locator('form[data-authform=signIn]').waitFor()
  await signInByPassword(page)
  await page.locator('[value=signOut]').first().click()
  await page.locator('form[data-authform=signIn]').waitFor()
  await press(page, 'submit')
  await page.locator('[value="factor.PASSKEY"]').click()
  await page.locator('[data-home]').waitFor()
}

async function signInByPassword(page) {
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

async function measure(page, name, library, act) {
  const times = []
  let actions = []
  for (let round = 0; round <= rounds; round += 1) {
    await page.goto('about:blank')
    await signOut(page)
    await page.goto(`${origin}/${library}`)
    actions = await act()
    times.push(await arrival(page))
  }
  // The first load has an empty cache.
  const sorted = times.slice(1).toSorted((one, other) => one - other)
  return {
    name,
    actions,
    count: actions.length,
    medianMs: sorted[Math.floor(sorted.length / 2)],
    times,
  }
}

/** Both libraries store tokens by the same names; what an app remembers of the user stays. */
async function signOut(page) {
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

function versionOf(name) {
  const path = new URL(`../node_modules/${name}/package.json`, import.meta.url)
  return JSON.parse(readFileSync(path, 'utf8')).version
}

/** Built for production. */
async function bundle(name) {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(`passkeys/${name}.tsx`, import.meta.url))],
    bundle: true,
    format: 'esm',
    jsx: 'automatic',
    target: 'es2022',
    minify: true,
    write: false,
    outdir: 'out',
    // Amplify UI is made of XState 4, and npm may give it the 5 of this repository.
    alias: name === 'amplify' ? { xstate: 'xstate-4' } : {},
    loader: { '.css': 'empty' },
    define: { 'process.env.NODE_ENV': '"production"' },
  })
  return outputFiles[0].text
}

/** Serves both apps: a passkey needs `localhost` or https. */
async function serve(scripts) {
  const settings = JSON.stringify(config)
  const server = createServer((request, response) => {
    const [, name] = /^\/(\w+)\.js$/.exec(request.url) ?? []
    const app = request.url.slice(1)
    const script = scripts[app] ? `<script type="module" src="/${app}.js"></script>` : ''
    response.setHeader('content-type', name ? 'text/javascript' : 'text/html')
    response.end(
      scripts[name] ??
        `<!doctype html><title>bench</title><body></body><script>window.bench=${settings}</script>${script}`,
    )
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  return server
}

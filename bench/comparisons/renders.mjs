import { createSandbox } from '@authchart/sandbox'
import { bundleApp } from '../support/bundle-app.mjs'
import { serveApps } from '../support/serve-apps.mjs'
import { withBrowser } from '../support/with-browser.mjs'

export const title = 'Renders'

export const meaning = `How often the components of an app render while a user signs in with a wrong password, the right one, and a code: in all, and for
each key that is pressed. Production builds, with the hooks of each library.`

const username = '+15550100200'
const password = 'Password1!'

/** The fields by their names in each library, and what shows that a step is over. */
const names = {
  authchart: { username: 'username', password: 'password', code: 'code' },
  amplify: { username: 'username', password: 'password', code: 'confirmation_code' },
}

const peers = {
  react: 'Amplify UI for React, `useAuthenticator()`',
  vue: 'Amplify UI for Vue, `useAuthenticator()`',
}

const apps = {
  react: { authchart: 'renders/react-authchart.tsx', amplify: 'renders/react-amplify.tsx' },
  vue: { authchart: 'renders/vue-authchart.ts', amplify: 'renders/vue-amplify.ts' },
}

/** @returns {Promise<import('../support/statistics.mjs').Row[]>} */
export function compare() {
  return withBrowser(async (browser) => {
    const rows = []
    for (const [framework, peer] of Object.entries(peers)) {
      const ours = await measure(browser, framework, 'authchart')
      const theirs = await measure(browser, framework, 'amplify')
      const name = framework === 'react' ? 'React' : 'Vue'
      const why = 'Each view is a new object; the hook of the peer tracks every member by itself.'
      rows.push(
        {
          what: `${name}, the sign-in`,
          peer,
          unit: '',
          why,
          ours: [ours.total],
          theirs: [theirs.total],
        },
        {
          what: `${name}, a key`,
          peer,
          unit: '',
          ours: [ours.perKeystroke],
          theirs: [theirs.perKeystroke],
        },
      )
    }
    // Both render nothing for a key.
    return rows.filter(({ theirs: [renders] }) => renders > 0)
  })
}

/** Signs in once, and gives the renders of each component. */
async function measure(browser, framework, library) {
  const sandbox = createSandbox({
    pool: { UsernameAttributes: ['phone_number'], MfaConfiguration: 'ON', SmsMfaConfiguration: {} },
    users: [{ username, password }],
  })
  const { config } = await sandbox.listen()
  const server = await serveApps({ app: await bundleApp(apps[framework][library]) }, config)
  const page = await browser.newPage()
  page.setDefaultTimeout(60_000)
  const errors = []
  page.on('pageerror', ({ message }) => errors.push(message))
  try {
    await page.goto(`${server.origin}/app`)
    const { steps, keystrokes } = await signIn(page, names[library], config)
    if (errors.length > 0) throw new Error(errors.join('\n'))
    const renders = sumOf(steps.flatMap(({ renders }) => Object.values(renders)))
    const typed = sumOf(Object.values(keystrokes.renders))
    return { steps, keystrokes, total: renders + typed, perKeystroke: typed / keystrokes.count }
  } catch (error) {
    const shown = await page.locator('body').textContent()
    const all = [`${framework} with ${library}, which shows: ${shown}`, ...errors]
    throw new Error(all.join('\n'), { cause: error })
  } finally {
    await page.close()
    server.close()
    await sandbox.close()
  }
}

async function signIn(page, fields, { controlUrl }) {
  const input = (name) => page.locator(`input[name="${name}"]`)
  const keystrokes = { count: 0, renders: {} }
  const steps = []
  /** Waits until nothing renders any more. */
  const take = async () => {
    await page.waitForTimeout(300)
    return page.evaluate(() => window.takeCounts())
  }
  const step = async (name) => steps.push({ step: name, renders: await take() })
  const type = async (name, text) => {
    await input(name).pressSequentially(text)
    keystrokes.count += text.length
    for (const [component, renders] of Object.entries(await take())) {
      keystrokes.renders[component] = (keystrokes.renders[component] ?? 0) + renders
    }
  }
  const submit = () => page.locator('form button').first().click()

  await input(fields.username).waitFor()
  await step('open')
  await type(fields.username, username)
  await type(fields.password, 'Wrong-horse-7')
  await submit()
  await page.locator('[role=alert]').waitFor()
  await step('wrong password')
  await input(fields.password).fill('')
  await type(fields.password, password)
  await submit()
  await input(fields.code).waitFor()
  await step('password')
  const response = await fetch(`${controlUrl}/outbox?to=${encodeURIComponent(username)}`, {
    headers: { accept: 'application/json' },
  })
  const [{ code }] = await response.json()
  await type(fields.code, code)
  await submit()
  await page.locator('[data-home]').waitFor()
  await step('code')
  return { steps, keystrokes }
}

function sumOf(numbers) {
  return numbers.reduce((sum, number) => sum + number, 0)
}

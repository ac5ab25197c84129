import { createSandbox } from '@authchart/sandbox'
import { bundleApp } from './bundle-app.mjs'
import { serveApps } from './serve-apps.mjs'
import { signInOnce } from './sign-in-once.mjs'
import { withBrowser } from './with-browser.mjs'

const user = { username: 'ada@example.com', password: 'Correct-horse-7' }
const lateMs = 2 * 3_600_000
const tabs = 10

const apps = {
  ours: 'first-screen/react-authchart.tsx',
  theirs: 'first-screen/react-amplify.tsx',
}

/** How many refreshes ten tabs request that open at once when the token has expired, in Chromium. */
export async function countTabs() {
  const sandbox = createSandbox({ pool: { UsernameAttributes: ['email'] }, users: [user] })
  const { config } = await sandbox.listen()
  const built = {}
  for (const [name, app] of Object.entries(apps)) built[name] = await bundleApp(app)
  const server = await serveApps(built, config)
  try {
    return await withBrowser(async (browser) => {
      const sessions = {}
      for (const name of Object.keys(apps)) {
        sessions[name] = await signInOnce(browser, `${server.origin}/${name}`, user)
      }
      sandbox.clock.advance(lateMs)
      const counts = {}
      for (const name of Object.keys(apps)) {
        counts[name] = await countRefreshes(browser, `${server.origin}/${name}`, sessions[name])
      }
      return counts
    })
  } finally {
    server.close()
    await sandbox.close()
  }
}

async function countRefreshes(browser, address, storageState) {
  const context = await browser.newContext({ storageState })
  let refreshes = 0
  context.on('request', (request) => {
    const operation = request.headers()['x-amz-target'] ?? ''
    const isRefresh = request.postData()?.includes('REFRESH_TOKEN') ?? false
    if (isRefresh || operation.endsWith('GetTokensFromRefreshToken')) refreshes += 1
  })
  await context.addInitScript(makeLate, lateMs)
  const pages = await Promise.all(Array.from({ length: tabs }, () => context.newPage()))
  await Promise.all(pages.map((page) => page.goto(address)))
  await Promise.all(pages.map((page) => page.locator('[data-home]').waitFor({ timeout: 90_000 })))
  await context.close()
  return refreshes
}

/** In the page: its clock goes on with the sandbox's. */
function makeLate(lateMs) {
  const RealDate = Date
  globalThis.Date = class extends RealDate {
    constructor(...parts) {
      super(...(parts.length > 0 ? parts : [RealDate.now() + lateMs]))
    }

    static now() {
      return RealDate.now() + lateMs
    }
  }
}

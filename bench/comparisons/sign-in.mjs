import { createSandbox } from '@authchart/sandbox'
import { bundleApp } from '../support/bundle-app.mjs'
import { importBundled } from '../support/bundle-for-node.mjs'
import { serveApps } from '../support/serve-apps.mjs'
import { slowDown } from '../support/slow-down.mjs'
import { withBrowser } from '../support/with-browser.mjs'

export const title = 'Sign-in by SRP'

export const meaning = `How long a sign-in keeps the main thread busy, and how long it takes from the submitted form to the tokens, against the sandbox
on the same machine. In Node: the client's arithmetic alone. In Chromium: a new page for each sign-in, at the speed of this
machine and six times slower, as on a cheap phone.`

const user = { username: 'ada@example.com', password: 'Correct-horse-7' }

const apps = {
  authchart: 'sign-in/authchart.ts',
  amplify: 'sign-in/amplify.ts',
  identityJs: 'sign-in/identity-js.ts',
}

const peers = { amplify: 'aws-amplify/auth', identityJs: 'amazon-cognito-identity-js' }

/** What the issue of size requires of the main thread. */
const limits = { node: 0.07, slow: 0.15 }

/** @param {{ isShort: boolean }} options @returns {Promise<import('../support/statistics.mjs').Row[]>} */
export async function compare({ isShort }) {
  const { measureSrp } = await importBundled({
    contents: `export { measureSrp } from './support/measure-srp.ts'`,
  })
  const inNode = {
    what: 'main thread, in Node',
    peer: peers.identityJs,
    unit: 'ms',
    limit: limits.node,
    ...(await measureSrp(isShort ? 2 : 25)),
  }
  return [inNode, ...(await inChromium(isShort ? 1 : 5))]
}

/** @param {number} rounds */
async function inChromium(rounds) {
  const sandbox = createSandbox({ users: [user] })
  const { config } = await sandbox.listen()
  const built = await Promise.all(
    Object.entries(apps).map(async ([name, entry]) => [name, await bundleApp(entry)]),
  )
  const server = await serveApps(Object.fromEntries(built), config)
  try {
    return await withBrowser(async (browser) => {
      const rows = []
      for (const cpu of [1, 6]) rows.push(...(await atSpeed(browser, server.origin, cpu, rounds)))
      return rows
    })
  } finally {
    server.close()
    await sandbox.close()
  }
}

async function atSpeed(browser, origin, cpu, rounds) {
  const measured = Object.fromEntries(
    Object.keys(apps).map((name) => [name, { busy: [], whole: [] }]),
  )
  for (let round = 0; round < rounds; round += 1) {
    for (const name of Object.keys(apps)) {
      const { busyMs, wholeMs } = await signInOnce(browser, `${origin}/${name}`, cpu)
      measured[name].busy.push(busyMs)
      measured[name].whole.push(wholeMs)
    }
  }
  const speed = cpu === 1 ? '' : `, ${cpu} times slower`
  return Object.entries(peers).flatMap(([name, peer]) => [
    {
      what: `main thread${speed}`,
      peer,
      unit: 'ms',
      ours: measured.authchart.busy,
      theirs: measured[name].busy,
      ...(cpu === 6 && name === 'amplify' && { limit: limits.slow }),
    },
    {
      what: `form to tokens${speed}`,
      peer,
      unit: 'ms',
      ours: measured.authchart.whole,
      theirs: measured[name].whole,
    },
  ])
}

async function signInOnce(browser, address, cpu) {
  const context = await browser.newContext()
  const page = await context.newPage()
  page.setDefaultTimeout(60_000)
  const devtools = await slowDown(page, { cpu })
  await devtools.send('Performance.enable')
  await page.goto(address)
  await page.waitForFunction(() => window.signIn)
  // What loads when the page is idle has loaded: a user has typed meanwhile.
  await page.waitForTimeout(200 + 200 * cpu)
  const before = await taskMs(devtools)
  const wholeMs = await page.evaluate(
    ([name, secret]) => window.signIn(name, secret),
    [user.username, user.password],
  )
  const busyMs = (await taskMs(devtools)) - before
  await context.close()
  return { busyMs, wholeMs }
}

async function taskMs(devtools) {
  const { metrics } = await devtools.send('Performance.getMetrics')
  return metrics.find(({ name }) => name === 'TaskDuration').value * 1000
}

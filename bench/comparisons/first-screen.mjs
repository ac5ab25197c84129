import { existsSync } from 'node:fs'
import { createSandbox } from '@authchart/sandbox'
import { bundleApp } from '../support/bundle-app.mjs'
import { serveApps } from '../support/serve-apps.mjs'
import { signInOnce } from '../support/sign-in-once.mjs'
import { slowDown } from '../support/slow-down.mjs'
import { withBrowser } from '../support/with-browser.mjs'

export const title = 'First screen'

export const meaning = `From the navigation to a form that takes a user name (signed out), or to the app (a session is stored), with an empty cache on a
processor four times slower. Both apps have their framework; the peer's also has its styles, which its form needs. The app with the
early entry has a sign-in form of its own and loads the other screens later, as its guide recommends; the others have \`useAuthForm()\`
for all screens.`

const user = { username: 'ada@example.com', password: 'Correct-horse-7' }

const apps = {
  react: { app: 'first-screen/react-authchart.tsx', what: 'React' },
  early: { app: 'first-screen/react-early.tsx', what: 'React, early entry' },
  earlyForms: {
    app: 'first-screen/react-early-forms.tsx',
    what: 'React, early entry with `useAuthForm()`',
  },
  reactAmplify: { app: 'first-screen/react-amplify.tsx' },
  vue: { app: 'first-screen/vue-authchart.ts', what: 'Vue' },
  vueAmplify: { app: 'first-screen/vue-amplify.ts' },
}

const pairs = [
  { ours: 'early', theirs: 'reactAmplify', limit: 0.5 },
  { ours: 'earlyForms', theirs: 'reactAmplify' },
  { ours: 'react', theirs: 'reactAmplify' },
  { ours: 'vue', theirs: 'vueAmplify' },
]

/** In the rows where it may be behind. */
const whyEarly =
  'It shows the form first; who has a session waits until the chart is loaded. An app whose users are mostly signed in needs no early entry.'
const why = {
  early: whyEarly,
  earlyForms: whyEarly,
  vue: 'Both read the stored session and request nothing; the app itself takes most of the time.',
}

const places = [
  { what: 'signed out', isSignedIn: false },
  { what: 'signed out, slow 4G', isSignedIn: false, network: 'slow 4G' },
  { what: 'a stored session', isSignedIn: true },
]

/** @param {{ isShort: boolean }} options @returns {Promise<import('../support/statistics.mjs').Row[]>} */
export async function compare({ isShort }) {
  const sandbox = createSandbox({ pool: { UsernameAttributes: ['email'] }, users: [user] })
  const { config } = await sandbox.listen()
  const names = Object.keys(apps).filter((name) =>
    existsSync(new URL(`../apps/${apps[name].app}`, import.meta.url)),
  )
  const built = await Promise.all(
    names.map(async (name) => [name, await bundleApp(apps[name].app)]),
  )
  const server = await serveApps(Object.fromEntries(built), config)
  try {
    return await withBrowser(async (browser) => {
      const sessions = {}
      for (const name of names)
        sessions[name] = await signInOnce(browser, `${server.origin}/${name}`, user)
      const rows = []
      for (const place of places) {
        rows.push(
          ...(await measure(browser, server.origin, names, sessions, place, isShort ? 1 : 5)),
        )
      }
      return rows
    })
  } finally {
    server.close()
    await sandbox.close()
  }
}

async function measure(browser, origin, names, sessions, { what, isSignedIn, network }, rounds) {
  const times = Object.fromEntries(names.map((name) => [name, []]))
  for (let round = 0; round < rounds; round += 1) {
    for (const name of names) {
      const context = await browser.newContext(isSignedIn ? { storageState: sessions[name] } : {})
      const page = await context.newPage()
      await page.addInitScript(noteUsable)
      await slowDown(page, { cpu: 4, network })
      await page.goto(`${origin}/${name}`)
      const kind = isSignedIn ? 'home' : 'form'
      await page.waitForFunction((kind) => window[`${kind}At`], kind)
      times[name].push(await page.evaluate((kind) => window[`${kind}At`], kind))
      await context.close()
    }
  }
  return pairs
    .filter(({ ours }) => names.includes(ours))
    .map(({ ours, theirs, limit }) => ({
      what: `${apps[ours].what}, ${what}`,
      peer: 'Amplify UI, `<Authenticator>`',
      unit: 'ms',
      ours: times[ours],
      theirs: times[theirs],
      ...(limit && network && { limit }),
      ...(isSignedIn && why[ours] && { why: why[ours] }),
    }))
}

/** In the page: when the form takes a user name, and when the app is shown, in ms since the navigation began. */
function noteUsable() {
  const look = () => {
    const input = document.querySelector('input[name=username]')
    if (input && !input.disabled) window.formAt ??= performance.now()
    if (document.querySelector('[data-home]')) window.homeAt ??= performance.now()
  }
  new MutationObserver(look).observe(document, { childList: true, subtree: true, attributes: true })
}

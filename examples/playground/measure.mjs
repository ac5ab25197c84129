/**
 * Measures the built page in Chromium, from a static server, and writes docs/quality/playground.md: the bytes until the
 * sign-in form is there, and the time until then. `npm run measure -w examples/playground`
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { stdout } from 'node:process'
import { gzipSync } from 'node:zlib'
import { chromium } from '@playwright/test'
import { findBrowser } from '../../scripts/lib/browser/find-browser.mjs'
import { serveFolder } from '../../scripts/lib/serve-folder.mjs'

const dist = join(import.meta.dirname, 'dist')
const page = join(import.meta.dirname, '../../docs/quality/playground.md')
const rounds = 7

const gzipped = (file) => gzipSync(readFileSync(join(dist, file))).length
const files = readdirSync(dist, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name).slice(dist.length + 1))

const server = await serveFolder(dist)
const browser = await chromium.launch({
  executablePath: await findBrowser(),
  args: ['--disable-gpu'],
})
const opened = []
for (let round = 0; round < rounds; round += 1) opened.push(await open())
await browser.close()
await server.close()

const [{ loaded }] = opened
const result = {
  rounds,
  load: `${loadavg()[0].toFixed(1)} on ${cpus().length} processors`,
  files: files.length,
  bytesOfAll: sum(files),
  bytesOfFirst: sum(loaded),
  firstFiles: loaded.length,
  formMs: spread(opened.map(({ formMs }) => formMs)),
  usableMs: spread(opened.map(({ usableMs }) => usableMs)),
}
writeFileSync(page, describe(result))
stdout.write(`${JSON.stringify(result)}\n`)

/** Opens the page in a new profile. */
async function open() {
  const context = await browser.newContext()
  const tab = await context.newPage()
  const loaded = []
  tab.on('response', (response) => {
    const path = new URL(response.url()).pathname.slice(1)
    if (response.url().startsWith(server.origin)) loaded.push(path === '' ? 'index.html' : path)
  })
  await tab.goto(`${server.origin}/`)
  const times = await tab.evaluate(async () => {
    const field = () => document.querySelector('main[data-route=signIn] input[name=username]')
    while (!field()) await new Promise(requestAnimationFrame)
    const formMs = performance.now()
    // The main thread is free for the first time: a key is answered at once.
    await new Promise((resolve) => requestIdleCallback(resolve))
    return { formMs, usableMs: performance.now() }
  })
  await context.close()
  return { loaded: [...new Set(loaded)], ...times }
}

function sum(names) {
  return names.reduce((bytes, name) => bytes + gzipped(name), 0)
}

function spread(values) {
  const sorted = values.map(Math.round).sort((a, b) => a - b)
  return { median: sorted[Math.floor(sorted.length / 2)], least: sorted[0], most: sorted.at(-1) }
}

function describe({ bytesOfAll, bytesOfFirst, firstFiles, formMs, usableMs, load }) {
  const kB = (bytes) => `${(bytes / 1000).toFixed(0)} kB`
  const ms = ({ median, least, most }) => `${median} ms (${least} to ${most})`
  return `# The playground

\`examples/playground\` is one static page: the React example, a user pool in the page, its outbox, an authenticator app and the
inspector. \`npm run measure -w examples/playground\` builds it, measures it and writes this page; bytes are gzipped.

| | |
|---|---|
| until the sign-in form is there | ${kB(bytesOfFirst)} in ${firstFiles} files |
| everything, with each view of the inspector and the OAuth code | ${kB(bytesOfAll)} |
| the form is there (Chromium, loopback, no slowing down, ${rounds} rounds) | ${ms(formMs)} |
| the main thread is free, so that a key is answered at once | ${ms(usableMs)} |
| load average of the machine while it was measured | ${load} |

The bytes are those of a tool for trying: the service (the sandbox) and the inspector are in them, which no app ships. What
an app loads is in the figures of \`npm run sizes\`.

## What is tried

\`npm run test:long -w examples/playground\` serves the built page from a folder below the root of a static server, in Chromium; a
request to another host fails each test. It takes a sign-up with the code in the outbox, a reload that keeps the
session and the users, a second factor by the authenticator app, a passkey by Chromium's virtual authenticator, the hosted UI by a
provider, and “Start over”; at 375 and 1440 px nothing overflows, and axe finds nothing in light and dark.
`
}

import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createSandbox } from '@authchart/sandbox'
import { type Browser, chromium } from '@playwright/test'
import { build } from 'esbuild'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findBrowser } from '../../../../../scripts/lib/browser/find-browser.mjs'
import { email, password } from '../../support/sandbox-auth.ts'

const sandbox = createSandbox({ users: [{ username: email, password }] })

let app: string
let server: Server
let browser: Browser
/** How a chunk that is not part of the first load is sent. */
let whenLater: 'sent' | 'delayed' | 'dropped' = 'sent'
let release = () => {}

beforeAll(async () => {
  const { config } = await sandbox.listen()
  const files = await bundle()
  server = createServer(async ({ url = '' }, response) => {
    const name = basename(url)
    const file = files.get(name)
    if (name === '') {
      response.setHeader('content-type', 'text/html')
      response.end(
        `<main></main><script type="application/json" id="config">${JSON.stringify(config)}</script><script type="module" src="/page.js"></script>`,
      )
      return
    }
    if (!file) return response.writeHead(404).end()
    if (!file.isFirst && whenLater === 'dropped') return response.destroy()
    if (!file.isFirst && whenLater === 'delayed') {
      await new Promise<void>((resolve) => {
        release = resolve
      })
    }
    response.setHeader('content-type', 'text/javascript')
    response.end(file.contents)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  app = `http://localhost:${(server.address() as AddressInfo).port}/`
  browser = await chromium.launch({ executablePath: await findBrowser() })
})

afterAll(async () => {
  await browser?.close()
  server?.close()
  await sandbox.close()
})

/** The page and its chunks, by name. */
async function bundle() {
  const { outputFiles, metafile } = await build({
    entryPoints: [fileURLToPath(new URL('page.ts', import.meta.url))],
    bundle: true,
    splitting: true,
    format: 'esm',
    outdir: 'out',
    write: false,
    metafile: true,
    logLevel: 'silent',
  })
  const outputs = new Map(
    Object.entries(metafile.outputs).map(([path, output]) => [basename(path), output]),
  )
  const first = new Set(['page.js'])
  for (const name of first) {
    for (const { kind, path } of outputs.get(name)?.imports ?? []) {
      if (kind === 'import-statement') first.add(basename(path))
    }
  }
  return new Map(
    outputFiles.map(({ path, contents }) => [
      basename(path),
      { contents, isFirst: first.has(basename(path)) },
    ]),
  )
}

async function openPage() {
  const page = await browser.newPage()
  await page.goto(app)
  const main = page.locator('main')
  return {
    page,
    main,
    seen: async () => [...new Set((await main.getAttribute('data-seen'))?.trim().split(' '))],
    type: async () => {
      await page.fill('[name=username]', email)
      await page.fill('[name=password]', password)
    },
    submit: () => page.click('button'),
    expectSignedIn: () =>
      expect.poll(() => main.getAttribute('title'), { timeout: 20_000 }).toBe(email),
  }
}

test('what is typed and submitted before the chart is there signs in; a reload shows no form', {
  timeout: 120_000,
}, async () => {
  whenLater = 'delayed'
  const { page, seen, type, submit, expectSignedIn } = await openPage()
  await type()
  await submit()
  expect(await page.isDisabled('button')).toBe(true)
  expect(await page.inputValue('[name=password]')).toBe(password)
  expect(await seen()).toEqual(['signIn'])
  whenLater = 'sent'
  release()
  await expectSignedIn()
  expect(await seen()).toEqual(['signIn', 'signedIn'])

  await page.reload()
  await expectSignedIn()
  expect(await seen()).toEqual(['restoring', 'signedIn'])
  await page.close()
})

test('what is typed while the chart arrives stays', { timeout: 120_000 }, async () => {
  whenLater = 'delayed'
  const { page, main, type, submit, expectSignedIn } = await openPage()
  await type()
  whenLater = 'sent'
  release()
  await page.waitForLoadState('networkidle')
  expect(await main.getAttribute('data-route')).toBe('signIn')
  expect(await page.inputValue('[name=username]')).toBe(email)
  await submit()
  await expectSignedIn()
  await page.close()
})

test('a chart that does not load is a failure; the next submit loads it', {
  timeout: 120_000,
}, async () => {
  whenLater = 'dropped'
  const { page, main, type, submit, expectSignedIn } = await openPage()
  await type()
  await submit()
  await expect.poll(() => main.getAttribute('title'), { timeout: 20_000 }).toBe('network')
  expect(await page.inputValue('[name=password]')).toBe(password)
  whenLater = 'sent'
  await submit()
  await expectSignedIn()
  await page.close()
})

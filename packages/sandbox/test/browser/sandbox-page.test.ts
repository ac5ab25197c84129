import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium, type Page } from '@playwright/test'
import { build } from 'esbuild'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findBrowser } from '../../../../scripts/lib/browser/find-browser.mjs'
import type {} from './sandbox-page.ts'

let server: Server
let browser: Browser
let page: Page
const requests: string[] = []

beforeAll(async () => {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('sandbox-page.ts', import.meta.url))],
    bundle: true,
    platform: 'browser',
    // For the client: its `buffer` reads it.
    define: { global: 'globalThis' },
    format: 'iife',
    logLevel: 'silent',
    write: false,
  })
  const script = outputFiles[0]?.text ?? ''
  server = createServer(({ url }, response) => {
    const isScript = url === '/script.js'
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html')
    response.end(isScript ? script : '<!doctype html><script src="/script.js"></script>')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  browser = await chromium.launch({ executablePath: await findBrowser() })
  page = await browser.newPage()
  page.on('request', (request) => requests.push(new URL(request.url()).pathname))
  await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/`)
})

afterAll(async () => {
  await browser?.close()
  server?.close()
})

test('signs up, signs in by SRP, and by an authenticator app after a reload, all inside the page', async () => {
  expect(await page.evaluate(() => sandboxPage.hasNode())).toBe(false)
  await page.evaluate(() => sandboxPage.signUp())
  expect(await page.evaluate(() => sandboxPage.signIn())).toBe('ada@example.com')
  const key = await page.evaluate(() => sandboxPage.setUpApp())
  await page.reload()
  expect(await page.evaluate((key) => sandboxPage.signIn(key), key)).toBe('ada@example.com')
  await expect(page.evaluate(() => sandboxPage.signIn())).rejects.toThrow('A code is required')
  expect(new Set(requests)).toEqual(new Set(['/', '/script.js']))
})

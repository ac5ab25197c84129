import { createReadStream, existsSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { chromium, expect } from '@playwright/test'
import { findBrowser } from '../lib/browser/find-browser.mjs'
import { startServer } from './start-server.mjs'

const types = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
}

/** In ms; a machine may have other work. */
const timeout = 120_000

/**
 * Opens what a project has built in Chromium and signs in there: with the form, then by the stored session after a
 * reload. Anything on the console that is an error fails.
 *
 * @param {object} of
 * @param {string | { start: string[] }} of.page a folder of static files, or the Node command of a server that reads `PORT`
 * @param {string} of.folder of the project
 * @param {import('@authchart/sandbox').SandboxConfig} of.config a static page gets it as `/auth-config.json`
 * @param {{ username: string, password: string }} of.user
 */
export async function signInOnPage({ page: served, folder, config, user }) {
  const server = served.start
    ? await startServer(served.start, folder, config)
    : await serveFolder(join(folder, served), config)
  try {
    const browser = await chromium.launch({ executablePath: await findBrowser() })
    try {
      await signIn(await browser.newPage(), { server, user, isRendered: Boolean(served.start) })
    } finally {
      await browser.close()
    }
  } finally {
    await server.close()
  }
}

async function signIn(page, { server, user, isRendered }) {
  const errors = []
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(`${message.text()} ${message.location().url}`)
  })
  page.setDefaultTimeout(timeout)
  await page.goto(server.url)
  await page.fill('[name=username]', user.username)
  await page.fill('[name=password]', user.password)
  await page.press('[name=password]', 'Enter')
  const name = page.locator('h1', { hasText: user.username })
  await expect(name, server.log()).toBeVisible({ timeout })
  await page.reload()
  await expect(name, server.log()).toBeVisible({ timeout })
  if (isRendered) {
    const html = await (await page.request.get(server.url)).text()
    expect(html, 'what the server has rendered').toContain(`<h1>${user.username}</h1>`)
  }
  expect(errors).toEqual([])
}

async function serveFolder(folder, config) {
  const server = createServer(({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://localhost')
    if (pathname === '/auth-config.json') {
      response.setHeader('content-type', 'application/json').end(JSON.stringify(config))
      return
    }
    const file = join(folder, normalize(pathname === '/' ? '/index.html' : pathname))
    // The browser requests an icon, which no project has.
    if (!existsSync(file)) {
      response.writeHead(pathname === '/favicon.ico' ? 204 : 404).end()
      return
    }
    response.setHeader('content-type', types[extname(file)] ?? 'application/octet-stream')
    createReadStream(file).pipe(response)
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    log: () => '',
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}

/**
 * Type-checks and builds the stories of both apps, opens each of them in Chromium, takes a picture of it and checks it with axe. Prints one
 * line of JSON. Storybook is installed in `stories/` first: it is too large for everyone.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { env, execPath, stdout } from 'node:process'
import { routeOf } from '@authchart/machine'
import { AxeBuilder } from '@axe-core/playwright'
import { chromium } from '@playwright/test'
import { findBrowser } from '../../scripts/lib/browser/find-browser.mjs'
import { root } from '../../scripts/lib/paths.mjs'
import { say } from '../../scripts/lib/say.mjs'
import { serveFolder } from '../../scripts/lib/serve-folder.mjs'

const stories = join(import.meta.dirname, 'stories')
const results = join(import.meta.dirname, 'test-results')
const cli = join(stories, 'node_modules/storybook/dist/bin/dispatcher.js')
const apps = ['react', 'vue']
const routes = [...new Set(Object.values(routeOf))]
/** Those that say how a page as a whole is; the frame of a story is none. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const patienceMs = 60_000

if (!existsSync(cli) && !run('npm', ['ci', '--no-audit', '--no-fund'])) {
  say('Storybook: skipped, it cannot be installed.')
  process.exitCode = 77
} else if (!run(execPath, [join(root, 'node_modules/typescript/bin/tsc')])) {
  process.exitCode = 1
} else {
  await checkAll()
}

async function checkAll() {
  const browser = await chromium.launch({
    executablePath: env.AUTHCHART_BROWSER ?? (await findBrowser()),
    args: ['--disable-gpu'],
  })
  try {
    const reports = {}
    for (const app of apps) reports[app] = await checkApp(browser, app)
    stdout.write(`${JSON.stringify(reports)}\n`)
    if (Object.values(reports).some(({ problems }) => problems.length > 0)) process.exitCode = 1
  } finally {
    await browser.close()
  }
}

/**
 * @param {import('@playwright/test').Browser} browser
 * @param {string} app
 */
async function checkApp(browser, app) {
  const folder = join(results, app)
  const pictures = join(results, `pictures-${app}`)
  await rm(pictures, { recursive: true, force: true })
  await mkdir(pictures, { recursive: true })
  const build = ['build', '--config-dir', app, '--output-dir', folder, '--quiet']
  if (!run(execPath, [cli, ...build])) return { stories: 0, problems: ['It does not build'] }
  const { entries } = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8'))
  const server = await serveFolder(folder)
  const context = await browser.newContext({ viewport: { width: 480, height: 640 } })
  const page = await context.newPage()
  const problems = []
  const shown = new Set()
  page.on('pageerror', (error) => problems.push(String(error)))
  try {
    for (const id of Object.keys(entries)) {
      await page.goto(`${server.origin}/iframe.html?id=${id}&viewMode=story`)
      const state = page.locator('body.sb-show-main form, body.sb-show-errordisplay')
      await state.first().waitFor({ timeout: patienceMs })
      const found = await page.evaluate(() => ({
        route: document.querySelector('form')?.dataset.authform,
        failure: document.querySelector('#error-message')?.textContent,
      }))
      if (found.failure) problems.push(`${id}: ${found.failure}`)
      shown.add(found.route)
      await page.screenshot({ path: join(pictures, `${id}.png`), fullPage: true })
      const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze()
      problems.push(...violations.map((violation) => `${id}: ${violation.id}`))
    }
  } finally {
    await context.close()
    await server.close()
  }
  const missing = routes.filter((route) => !shown.has(route))
  problems.push(...missing.map((route) => `There is no story of ${route}`))
  const count = Object.keys(entries).length
  return { stories: count, routes: routes.length - missing.length, problems }
}

/**
 * @param {string} command
 * @param {string[]} parameters
 */
function run(command, parameters) {
  // What it prints is no part of the report.
  const stdio = ['ignore', 2, 2]
  return spawnSync(command, parameters, { cwd: stories, stdio, env }).status === 0
}

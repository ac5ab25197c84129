import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { type Browser, chromium, type Page } from '@playwright/test'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { packPackages } from '../../../../scripts/consumers/pack-packages.mjs'
import { findBrowser } from '../../../../scripts/lib/browser/find-browser.mjs'
import { seededUser } from '../../src/init/init-choice.ts'
import { serve } from './copied-app.ts'
import { Viewer } from './look-at-screens.ts'
import { NewApp, type Packed, type ViteTemplate } from './new-app.ts'
import { htmlMain, writePages, writeStyles } from './pages.ts'

const workplace = mkdtempSync(join(tmpdir(), 'authchart-copies-'))
const pictures = join(process.cwd(), 'test-results/copies')
const tailwind = { tailwindcss: '^4.0.0', '@tailwindcss/vite': '^4.0.0' }
let packed: readonly Packed[] = []
let browser: Browser

beforeAll(async () => {
  packed = packPackages(join(workplace, 'packed'))
  browser = await chromium.launch({
    executablePath: await findBrowser(),
    args: ['--disable-gpu'],
  })
})

afterAll(async () => {
  await browser.close()
  rmSync(workplace, { recursive: true, force: true })
})

test.each(['react-ts', 'react', 'vue-ts', 'vue'] as const)(
  'copies in %s: both looks in a browser, and the tests of init in a DOM',
  async (template) => {
    const app = createApp(template)
    const report = app.authchart('init', '--yes', '--tests', 'vitest')
    const [, tools = ''] = /npm install --save-dev (vitest .*)/.exec(report) ?? []
    app.npm('install', '--prefer-offline', '--save-dev', ...tools.split(' '))
    const language = template.endsWith('-ts') ? 'ts' : 'js'
    for (const css of ['plain', 'tailwind'] as const) {
      app.authchart('add', '--css', css)
      writeStyles(app, css)
      await lookAt(app, `${template}-${css}`, `src/auth-sandbox.${language}`, async (viewer) => {
        // In JavaScript the markup is the same.
        if (language === 'ts') await viewer.lookAtRoutes(isRouteShown)
        await viewer.signIn()
      })
    }
    const tests = stripVTControlCharacters(app.npm('run', 'test:auth'))
    expect(tests).toMatch(/Tests +\d+ passed/)
    expect(tests).not.toMatch(/failed|skipped/)
  },
)

test.each(['vanilla-ts', 'vanilla'] as const)('copies in %s, in a browser', async (template) => {
  const app = createApp(template)
  app.authchart('add', 'html')
  const language = template.endsWith('-ts') ? 'ts' : 'js'
  app.write(`src/main.${language}`, htmlMain)
  app.write('sandbox.json', JSON.stringify({ users: [seededUser] }))
  await lookAt(app, template, `src/main.${language}`, async (viewer) => {
    if (language === 'ts') await viewer.lookAtRoutes(isAnythingShown)
    await viewer.answerQuestions()
  })
})

function isRouteShown(page: Page, route: string): Promise<void> {
  return page.locator(`main[data-route="${route}"]`).waitFor()
}

function isAnythingShown(page: Page): Promise<void> {
  return page.locator('main > *').first().waitFor()
}

function createApp(template: ViteTemplate): NewApp {
  const app = new NewApp(workplace, template, packed)
  app.install(tailwind)
  writePages(app, template)
  return app
}

async function lookAt(
  app: NewApp,
  name: string,
  configFile: string,
  look: (viewer: Viewer) => Promise<void>,
): Promise<void> {
  const served = await serve(app, configFile)
  const viewer = await Viewer.open(browser, join(pictures, name), served.origin)
  try {
    await look(viewer)
  } finally {
    await viewer.close()
    await served.stop()
  }
  process.stdout.write(`${name}: ${viewer.pictures.length} pictures\n`)
  expect(viewer.problems).toEqual([])
}

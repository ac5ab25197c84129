import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { packPackages } from '../../../../scripts/consumers/pack-packages.mjs'
import { NewApp, type Packed, playwrightVersion } from './new-app.ts'

const workplace = mkdtempSync(join(tmpdir(), 'authchart-new-app-'))
let packed: readonly Packed[] = []

beforeAll(() => {
  packed = packPackages(join(workplace, 'packed'))
})

afterAll(() => rmSync(workplace, { recursive: true, force: true }))

/** What a developer changes in a screen of their own. */
const changes = {
  react: {
    file: 'src/auth/screens/sign-in.tsx',
    from: '{form.title}</h1>',
    to: 'Welcome to the shop</h1>',
  },
  vue: {
    file: 'src/auth/screens/sign-in.vue',
    from: '{{ form.title }}</h1>',
    to: 'Welcome to the shop</h1>',
  },
} as const

const ownScreen = `import { expect, test } from '@playwright/test'

test('the screen of our own', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByRole('heading', { name: 'Welcome to the shop' })).toBeVisible()
})
`

test.each(['react', 'vue'] as const)('a new app: %s', async (framework) => {
  const minutes = stopwatch()
  const app = new NewApp(workplace, `${framework}-ts`, packed)
  app.install({ '@playwright/test': playwrightVersion() })
  minutes.note('created and installed')

  expect(app.authchart('init', '--yes')).toContain('Written or changed:')
  app.npm('run', 'build')
  await app.useBrowser()
  expect(app.npm('run', 'test:auth', '--', '--grep', 'a user signs in')).toContain('1 passed')
  minutes.note('init, built, signed in with the seeded user')

  const added = app.authchart('add')
  const screens = added.match(/src\/auth\/screens\/.+\.(tsx|vue)$/gm) ?? []
  expect(screens).toContain(changes[framework].file)
  expect(added).toContain(`with ${screens.length} screens of your own`)
  const { file, from, to } = changes[framework]
  app.change(file, from, to)
  app.write('tests/own-screen.spec.ts', ownScreen)
  app.npm('run', 'build')
  minutes.note('add, one screen changed, built')

  const report = app.npm('run', 'test:auth')
  expect(report).toMatch(/\d+ passed/)
  expect(report).not.toMatch(/failed|skipped|flaky/)
  minutes.note(`${/\d+ passed/.exec(report)?.[0]} of the generated tests`)

  process.stdout.write(`${framework}: ${minutes.all()} minutes in all\n${minutes.list()}\n`)
})

function stopwatch() {
  const start = performance.now()
  const notes: string[] = []
  const elapsed = () => ((performance.now() - start) / 60_000).toFixed(1)
  return {
    note: (what: string) => void notes.push(`  after ${elapsed()}: ${what}`),
    all: elapsed,
    list: () => notes.join('\n'),
  }
}

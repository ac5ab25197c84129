import { spawnSync } from 'node:child_process'
import { beforeAll, expect, test } from 'vitest'
import { reactApp, temporaryApp } from './support/temporary-app.ts'
import { bundleCli, keys, runInTerminal, type Step } from './support/terminal.ts'

let cli = ''
beforeAll(async () => {
  cli = await bundleCli()
})

const bare = {
  'package.json': '{ "name": "app", "devDependencies": { "vite": "^8.0.0" } }',
  'amplify_outputs.json': '{ "auth": {} }',
}

/** Every question of an app that says nothing: Vue, the user pool of the file, Vitest. */
const answers: readonly Step[] = [
  ['Which framework?', keys.down],
  ['● Vue', keys.enter],
  ['Which user pool?', keys.down],
  ['● The one of', keys.enter],
  ['Which tests?', keys.down],
  ['● Vitest', keys.enter],
]

test('init asks what it cannot read, and is answered by keys', async () => {
  const app = temporaryApp(bare)
  const steps: readonly Step[] = [...answers, ['Go ahead?', keys.enter]]
  const { screen, exitCode } = await runInTerminal(app.folder, [cli, 'init'], steps)
  expect(screen).toContain('These files are written or changed')
  expect(screen).toContain('npm install @authchart/machine @authchart/vue')
  expect(exitCode).toBe(0)
  expect(app.read('auth.js')).toContain("import outputs from './amplify_outputs.json'")
  expect(app.has('auth-root.vue')).toBe(true)
  expect(app.has('tests/auth.test.js')).toBe(true)
})

test('init asks nothing that has one answer', async () => {
  const app = temporaryApp(reactApp)
  const { screen } = await runInTerminal(
    app.folder,
    [cli, 'init'],
    [
      ['Which tests?', keys.enter],
      ['Go ahead?', keys.enter],
    ],
  )
  expect(screen).not.toMatch(/Which (?:framework|user pool)/)
  expect(app.has('playwright.config.ts')).toBe(true)
  const withoutVite = temporaryApp({ 'package.json': '{ "dependencies": { "react": "19" } }' })
  const other = await runInTerminal(
    withoutVite.folder,
    [cli, 'init'],
    [['Which tests?', keys.interrupt]],
  )
  expect(other.screen).not.toContain('Playwright')
})

test.each(
  [...answers, ['Go ahead?', keys.enter] as const].map(([shown], index) => [shown, index] as const),
)('Ctrl-C at “%s” writes nothing', async (shown, index) => {
  const app = temporaryApp(bare)
  const before = app.list()
  const steps: readonly Step[] = [...answers.slice(0, index), [shown, keys.interrupt]]
  const { screen, exitCode } = await runInTerminal(app.folder, [cli, 'init'], steps)
  expect(screen).toContain('Nothing was written.')
  expect(exitCode).toBe(1)
  expect(app.list()).toEqual(before)
})

test('no writes nothing, and Ctrl-C while files are written leaves all or none', async () => {
  const app = temporaryApp(reactApp)
  const before = app.list()
  const first: Step = ['Which tests?', keys.enter]
  const no = await runInTerminal(app.folder, [cli, 'init'], [first, ['Go ahead?', keys.no]])
  expect(no).toMatchObject({ exitCode: 1, screen: expect.stringContaining('Nothing was written.') })
  expect(app.list()).toEqual(before)
  const last: Step = ['Go ahead?', keys.enter + keys.interrupt]
  await runInTerminal(app.folder, [cli, 'init'], [first, last])
  const written = app.list().filter((path) => !before.includes(path))
  expect(written.filter((path) => path.endsWith('-draft'))).toEqual([])
  expect([0, 7]).toContain(written.length)
})

test('without a terminal there is no question: what is missing is said', () => {
  const { folder } = temporaryApp(bare)
  const options = { cwd: folder, encoding: 'utf8', input: '' } as const
  const { stdout, stderr, status } = spawnSync(process.execPath, [cli, 'init'], options)
  expect([stdout, status]).toEqual(['', 2])
  expect(stderr).toBe(
    'authchart: package.json has neither react nor vue: --framework react or --framework vue.\nauthchart init --help lists what there is.\n',
  )
})

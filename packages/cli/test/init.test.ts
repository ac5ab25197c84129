import { expect, test } from 'vitest'
import { inJavaScript, reactApp, temporaryApp, vueApp } from './support/temporary-app.ts'

test('sets a React app up', async () => {
  const app = temporaryApp(reactApp)
  const { output } = await app.run('init')
  expect(app.read('src/main.tsx')).toContain(`  <StrictMode>
    <AuthRoot>
      <App />
    </AuthRoot>
  </StrictMode>,`)
  expect(app.read('src/main.tsx')).toContain("import { AuthRoot } from './auth-root'\n")
  expect(app.read('src/auth.ts')).toContain('const config = sandboxConfig')
  expect(JSON.parse(app.read('package.json'))).toMatchObject({
    name: 'app',
    scripts: {
      dev: 'vite',
      sandbox: 'authchart sandbox --port 4800 --config sandbox.json --data .sandbox',
      'test:auth': 'playwright test',
    },
  })
  expect(JSON.parse(app.read('sandbox.json')).users).toHaveLength(1)
  expect(app.read('.gitignore')).toBe('node_modules\n.sandbox\nauthchart-walks\ntest-results\n')
  expect(app.read('tests/auth.spec.ts')).toContain('ui: uiFromForms()')
  expect(output).toContain('Sign in as ada@example.com')
  expect(output).toContain('npm install --save-dev authchart @authchart/sandbox')
})

test('sets a Vue app up', async () => {
  const app = temporaryApp({ ...vueApp, 'pnpm-lock.yaml': '' })
  const { output } = await app.run('init', '--tests', 'vitest')
  expect(app.read('src/main.ts')).toBe(`import { createApp } from 'vue'
import './style.css'
import AuthRoot from './auth-root.vue'
import { authPlugin } from '@authchart/vue'
import { auth } from './auth'

createApp(AuthRoot).use(authPlugin, auth).mount('#app')
`)
  expect(app.read('tests/auth.test.ts')).toContain('createApp(AuthScreens)')
  expect(app.read('.gitignore')).toBe('node_modules\n.sandbox\nauthchart-walks\ntest-results\n')
  expect(output).toContain('pnpm add @authchart/machine @authchart/vue')
  expect(output).toContain('pnpm run sandbox')
})

test.each([
  ['react', reactApp],
  ['vue', vueApp],
] as const)('a second time there is nothing to write: %s', async (_, files) => {
  const app = temporaryApp(files)
  await app.run('init')
  const before = app.list().map((path) => app.read(path))
  const { output } = await app.run('init')
  expect(output).toMatch(/^Nothing to write: all \d+ files are there\./)
  expect(app.list().map((path) => app.read(path))).toEqual(before)
})

test('JavaScript, and a main file in another style', async () => {
  const app = temporaryApp({
    ...inJavaScript(reactApp),
    'src/main.jsx': 'import App from "./App";\n\nrender(\n  <App name="shop" />\n);\n',
  })
  await app.run('init')
  expect(app.read('src/main.jsx')).toBe(
    'import App from "./App";\nimport { AuthRoot } from "./auth-root";\n\nrender(\n  <AuthRoot>\n    <App name="shop" />\n  </AuthRoot>\n);\n',
  )
  expect(app.list().filter((path) => /\.tsx?$/.test(path))).toEqual([])
})

test('a main file that it does not understand stays, and the developer reads what to do', async () => {
  const files = { ...reactApp, 'src/main.tsx': 'start(routes)\n' }
  const app = temporaryApp(files)
  const { output } = await app.run('init')
  expect(app.read('src/main.tsx')).toBe('start(routes)\n')
  expect(output).toContain('Put <AuthRoot> around your <App />')
})

test('a user pool of amplify_outputs.json', async () => {
  const app = temporaryApp({ ...reactApp, 'amplify_outputs.json': '{"auth":{}}' })
  await app.run('init', '--config', 'amplify_outputs.json')
  expect(app.read('src/auth.ts')).toContain("import outputs from '../amplify_outputs.json'")
  expect(app.read('package.json')).toContain('"dev:sandbox": "vite --mode sandbox"')
  const { complaint, exitCode } = await temporaryApp(reactApp).run('init', '--config', 'other.json')
  expect([exitCode, complaint]).toEqual([1, expect.stringContaining('There is no other.json')])
})

test('paths and line ends of Windows', async () => {
  const crlf = (text: string) => text.replaceAll('\n', '\r\n')
  const windows = Object.entries(reactApp).map(([path, text]) => [path, crlf(text)] as const)
  const files = { ...Object.fromEntries(windows), 'config/amplify_outputs.json': '{"auth":{}}' }
  const app = temporaryApp(files)
  await app.run('init', '--config', 'config\\amplify_outputs.json')
  expect(app.read('src/auth.ts')).toContain("import outputs from '../config/amplify_outputs.json'")
  for (const [path] of windows) expect(app.read(path), path).not.toMatch(/[^\r]\n/)
  expect(app.read('src/main.tsx')).toContain("import { AuthRoot } from './auth-root'\r\n")
})

test('files and scripts of the developer stay, and nothing is written', async () => {
  const app = temporaryApp({
    ...reactApp,
    'src/auth.ts': 'mine',
    'package.json': reactApp['package.json'].replace('"dev"', '"sandbox": "other", "dev"'),
  })
  const before = app.list()
  const { complaint, exitCode } = await app.run('init')
  expect(exitCode).toBe(1)
  expect(complaint).toContain('  src/auth.ts\n  package.json\n')
  expect(app.list()).toEqual(before)
  expect((await app.run('init', '--force')).exitCode).toBeUndefined()
  expect(app.read('src/auth.ts')).toContain('createAuth(')
})

test('--dry-run writes nothing, and --json is for programs', async () => {
  const app = temporaryApp(vueApp)
  const before = app.list()
  const { output } = await app.run('init', '--dry-run', '--json')
  expect(JSON.parse(output)).toMatchObject({
    framework: 'vue',
    tests: 'playwright',
    written: expect.arrayContaining(['src/auth-root.vue', 'src/main.ts', 'package.json']),
  })
  expect(app.list()).toEqual(before)
})

test('an app without a framework, and one without Vite', async () => {
  const other = await temporaryApp({ 'package.json': '{}' }).run('init')
  expect(other).toMatchObject({
    exitCode: 2,
    complaint: expect.stringContaining('neither react nor vue: --framework react or --framework'),
  })
  const bare = { ...reactApp, 'package.json': '{"dependencies":{"react":"19"}}' }
  const app = temporaryApp(bare)
  expect(await app.run('init', '--tests', 'playwright')).toMatchObject({ exitCode: 2 })
  await app.run('init')
  expect(app.read('src/auth.js')).not.toContain('import.meta')
  expect(app.has('playwright.config.js')).toBe(false)
})

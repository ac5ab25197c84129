import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createSandbox } from '@authchart/sandbox'
import { build } from 'esbuild'
import { Window } from 'happy-dom'
import { expect, onTestFinished, test, vi } from 'vitest'
import { doneByHand, filesOf, type SampleApp } from '../support/migrate-app.ts'
import { temporaryApp } from '../support/temporary-app.ts'

const username = 'ada@example.com'
const password = 'Correct-horse-7'

const states: readonly (readonly [string, Record<string, string>])[] = [
  ['v6-react as it was', filesOf('v6-react', 'before')],
  ['v6-react as it is left', filesOf('v6-react', 'after')],
  ['v6-react done by hand', doneByHand('v6-react')],
  ['identity-js as it was', filesOf('identity-js', 'before')],
  ['identity-js as it is left', filesOf('identity-js', 'after')],
  ['identity-js done by hand', doneByHand('identity-js')],
]

test('the apps compile with the real packages, before and after', () => {
  const folders = states.map(([name, files]) => name.replaceAll(' ', '-') && files)
  const app = temporaryApp(
    {
      'package.json': '{}',
      ...Object.fromEntries(
        folders.flatMap((files, index) =>
          Object.entries(files).map(([path, text]) => [`app-${index}/${path}`, text]),
        ),
      ),
      'tsconfig.json':
        filesOf('v6-react', 'before')['tsconfig.json']?.replace('"src"', '"app-*/src"') ?? '',
    },
    'test-results',
  )
  const tsc = join(process.cwd(), '../../node_modules/typescript/bin/tsc')
  const { stdout, status } = spawnSync(process.execPath, [tsc, '-p', app.folder], {
    encoding: 'utf8',
  })
  expect(stdout).toBe('')
  expect(status).toBe(0)
}, 180_000)

/** Bundles an app whose rest is done by hand, with another configuration, and runs it in this page. */
async function open(name: SampleApp, config: Record<string, string>, entry: string) {
  const app = temporaryApp({ ...doneByHand(name), ...config }, 'test-results')
  const outfile = join(app.folder, 'bundle.mjs')
  const { metafile } = await build({
    stdin: { contents: entry, resolveDir: app.folder },
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'browser',
    conditions: ['authchart-source'],
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    external: ['@aws-sdk/*'],
    metafile: true,
  })
  const old = /node_modules\/(?:@?aws-amplify|amazon-cognito-identity-js)\//
  expect(Object.keys(metafile.inputs).filter((path) => old.test(path))).toEqual([])
  const opened = await import(pathToFileURL(outfile).href)
  onTestFinished(() => opened.auth.stop())
  return opened
}

/** What React and the machine use of a page. */
const ofPage = [
  'document',
  'navigator',
  'location',
  'localStorage',
  'sessionStorage',
  'FormData',
  'Node',
  'HTMLElement',
  'HTMLIFrameElement',
] as const

/** A page of its own for each app, whose requests go to a sandbox. */
function openPage() {
  const sandbox = createSandbox({ users: [{ username, password }] })
  const window = new Window({ url: 'https://shop.example.com/' })
  for (const name of ofPage) vi.stubGlobal(name, window[name])
  vi.stubGlobal('window', window)
  vi.stubGlobal('addEventListener', window.addEventListener.bind(window))
  vi.stubGlobal('removeEventListener', window.removeEventListener.bind(window))
  vi.stubGlobal('fetch', (input: string | URL | Request, init?: RequestInit) =>
    sandbox.fetch(input instanceof Request ? input : new URL(input), init),
  )
  document.body.innerHTML = '<div id="root"></div>'
  onTestFinished(async () => {
    vi.unstubAllGlobals()
    await window.happyDOM.close()
  })
  const { region, userPoolId, userPoolClientId, endpoint } = sandbox.config
  return { region, userPoolId, userPoolClientId, endpoint }
}

/** A busy machine takes its time. */
function eventually<Value>(read: () => Value | Promise<Value>) {
  return expect.poll(read, { timeout: 60_000 })
}

const text = () => document.body.textContent

async function signInByForm() {
  const field = (name: string) => document.querySelector<HTMLInputElement>(`[name=${name}]`)
  await eventually(() => field('password')).not.toBeNull()
  const [user, secret] = [field('username'), field('password')]
  if (!user || !secret) throw new Error('There is no form')
  user.value = username
  secret.value = 'wrong-Horse-7'
  const submit = document.querySelector<HTMLButtonElement>('button[type=submit]')
  // Not while the session is restored.
  await eventually(() => submit?.disabled).toBe(false)
  submit?.click()
  await eventually(() => document.body.innerHTML).toContain('<p role="alert">Incorrect')
  secret.value = password
  submit?.click()
}

function click(label: string) {
  const buttons = [...document.querySelectorAll('button')]
  buttons.find((button) => button.textContent === label)?.click()
}

test('the classic app signs in and out', async () => {
  const config = openPage()
  const exports = `export default ${JSON.stringify(config)}\n`
  const { sessionLog } = await open(
    'classic-react',
    { 'src/aws-exports.js': exports },
    "import './src/main.jsx'\nexport { sessionLog } from './src/follow-session'\nexport { auth } from './src/auth'",
  )
  await signInByForm()
  await eventually(text).toMatch(/Hello .*Orders of ada@example\.com/)
  click('Sign out')
  await eventually(() => document.querySelector('[name=password]')).not.toBeNull()
  expect(sessionLog()).toEqual(['in', 'out'])
  expect(Object.keys(localStorage).filter((key) => key.endsWith('Token'))).toEqual([])
})

test('the app of Amplify 6 signs in and out', async () => {
  const config = openPage()
  await open(
    'v6-react',
    { 'amplify_outputs.json': JSON.stringify(config) },
    "import './src/main'\nexport { auth } from './src/auth'",
  )
  await signInByForm()
  await eventually(text).toContain(`has ${username}`)
  click('Sign out')
  await eventually(() => document.querySelector('[name=password]')).not.toBeNull()
})

test('the app of amazon-cognito-identity-js signs in and out', async () => {
  const { userPoolId, userPoolClientId: clientId, endpoint } = openPage()
  const ids = `export const ids = ${JSON.stringify({ userPoolId, clientId, endpoint })}\n`
  const { auth, signIn, withToken, leave } = await open(
    'identity-js',
    { 'src/ids.ts': ids },
    "export * from './src/session'\nexport * from './src/sign-in'\nexport { auth } from './src/auth'",
  )
  await auth.ready()
  const token = () => new Promise<string | undefined>((resolve) => withToken(resolve))
  expect(await token()).toBeUndefined()
  await expect(signIn(username, 'wrong-Horse-7', () => '')).rejects.toThrow(/Incorrect/)
  await signIn(username, password, () => '')
  expect(await token()).toMatch(/^ey/)
  leave()
  await eventually(token).toBeUndefined()
})

import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { screenRoutes } from '../src/screens/route-screens.ts'
import { inJavaScript, reactApp, temporaryApp, vueApp } from './support/temporary-app.ts'

test('copies every screen', async () => {
  const app = temporaryApp(reactApp)
  const { output, exitCode } = await app.run('add')
  expect(exitCode).toBeUndefined()
  expect(output).toContain(`with ${screenRoutes.length} screens of your own`)
  expect(output).toContain('npm install @authchart/machine @authchart/react')
  expect(app.read('src/auth/screens/sign-in.tsx')).toContain("byName(fields, 'username')")
  expect(app.read('src/auth/auth-screens.tsx')).toContain("import './auth.css'")
})

test('a second time there is nothing to do', async () => {
  const app = temporaryApp(vueApp)
  await app.run('add')
  const { output } = await app.run('add')
  expect(output).toMatch(/^Nothing to do: all \d+ files are in src\/auth\.\n$/)
})

test('--only: the other routes have the form for all', async () => {
  const app = temporaryApp(vueApp)
  await app.run('add', 'vue', '--only', 'confirmSignIn, signIn')
  const screens = app.list().filter((path) => path.startsWith('src/auth/screens/'))
  expect(screens).toEqual([
    'src/auth/screens/confirm-sign-in.vue',
    'src/auth/screens/index.ts',
    'src/auth/screens/sign-in.vue',
  ])
  expect(app.read('src/auth/screens/index.ts')).toContain('  signIn: SignIn,\n  confirmSignIn: ')
  await app.run('add', '--only', 'signUp')
  expect(app.read('src/auth/screens/index.ts')).toMatch(
    /signIn: .*\n.*confirmSignIn: .*\n.*signUp: /,
  )
})

test('html: no framework is needed', async () => {
  const app = temporaryApp({ 'package.json': '{}' })
  const { output } = await app.run('add', 'html')
  expect(output).toContain('npm install @authchart/machine\n')
  expect(app.read('auth/auth-screens.js')).toContain('export function createAuthScreens(host)')
  expect(app.read('auth/auth.css')).toContain('.auth .auth-progress')
  expect(app.read('auth/wizard.js')).toContain("className: 'auth-progress'")
})

test('a project without TypeScript', async () => {
  const app = temporaryApp(inJavaScript(reactApp))
  const { output } = await app.run('add', '--css', 'tailwind')
  expect(output).toContain('Tailwind 4 is not in package.json')
  const texts = app.list().map((path) => app.read(path))
  expect(app.list().filter((path) => /\.tsx?$/.test(path))).toEqual([])
  expect(texts.filter((text) => /\binterface\b|import type/.test(text))).toEqual([])
  expect(app.read('src/auth/styles.js')).toContain('export const styles = {')
})

test('what a developer has changed stays, and nothing is written', async () => {
  const app = temporaryApp(reactApp)
  await app.run('add', '--only', 'signIn')
  app.write('src/auth/field.tsx', 'mine')
  const before = app.list()
  const { complaint, output, exitCode } = await app.run('add')
  expect([output, exitCode]).toEqual(['', 1])
  expect(complaint).toContain('  src/auth/field.tsx\n')
  expect(complaint).toContain('--force')
  expect(app.list()).toEqual(before)
  expect(app.read('src/auth/field.tsx')).toBe('mine')
})

test('--keep writes the rest, and --force everything', async () => {
  const app = temporaryApp(reactApp)
  await app.run('add', '--only', 'signIn')
  app.write('src/auth/field.tsx', 'mine')
  const { output } = await app.run('add', '--keep')
  expect(output).toContain('Left as they are:\n  src/auth/field.tsx')
  expect(app.has('src/auth/screens/sign-up.tsx')).toBe(true)
  expect(app.read('src/auth/field.tsx')).toBe('mine')
  await app.run('add', '--force')
  expect(app.read('src/auth/field.tsx')).toContain('export function Field(')
})

test('files of this command that no developer has changed are replaced', async () => {
  const app = temporaryApp(reactApp)
  await app.run('init')
  await app.run('add')
  await app.run('add', '--css', 'tailwind')
  expect(app.read('src/auth/auth-screens.tsx')).toContain('styles.card')
})

test('--dry-run and --json', async () => {
  const app = temporaryApp(reactApp)
  const before = app.list()
  const { output } = await app.run('add', '--dry-run', '--json', '--only', 'signIn', '--dir', 'ui')
  expect(JSON.parse(output)).toMatchObject({
    target: 'react',
    language: 'ts',
    css: 'plain',
    dir: 'ui',
    routes: ['signIn'],
    written: expect.arrayContaining(['ui/auth.css', 'ui/screens/sign-in.tsx']),
    install: ['@authchart/machine', '@authchart/react'],
  })
  expect(app.list()).toEqual(before)
})

test.each([
  [['add', 'svelte'], "The framework is react, vue or html, not 'svelte'."],
  [['add', 'react', 'vue'], 'One framework, not 2.'],
  [['add', '--css', 'sass'], "--css is plain or tailwind, not 'sass'."],
  [['add', '--only', 'signin'], "Do you mean 'signIn'?"],
  [['add', '--only', 'signIn,frobnicate'], "there is no screen 'frobnicate'. Screens: signIn, "],
  [
    ['add', '--only', 'signedIn'],
    'signedIn has no screen of its own: the account is part of every copy',
  ],
  [['add', '--dir', '../other'], "--dir is a folder of the app, not '../other'."],
  [['add', '--dir', '..\\other'], "--dir is a folder of the app, not '..\\other'."],
  [['add', 'html', '--css', 'tailwind'], 'html has no --only and no --css'],
  [['add', '--nope'], "Unknown option '--nope'"],
])('a wrong command line: %j', async (args, reason) => {
  const app = temporaryApp(reactApp)
  const before = app.list()
  const { complaint, exitCode } = await app.run(...args)
  expect(exitCode).toBe(2)
  expect(complaint).toContain(reason)
  expect(complaint).toContain('authchart add --help')
  expect(app.list()).toEqual(before)
})

test('no package.json, a broken one, and one without a framework', async () => {
  const nothing = await temporaryApp({}).run('add')
  expect(nothing).toMatchObject({
    exitCode: 1,
    complaint: expect.stringContaining('no package.json'),
  })
  const broken = await temporaryApp({ 'package.json': '{' }).run('add')
  expect(broken).toMatchObject({
    exitCode: 1,
    complaint: expect.stringContaining('no JSON object'),
  })
  const other = await temporaryApp({ 'package.json': '{}' }).run('add')
  expect(other).toMatchObject({
    exitCode: 2,
    complaint: expect.stringContaining('neither react nor vue: authchart add react, or'),
  })
  const both = { dependencies: { react: '19', vue: '3' } }
  expect(await temporaryApp({ 'package.json': JSON.stringify(both) }).run('add')).toMatchObject({
    exitCode: 2,
    complaint: expect.stringContaining('package.json has react and vue: authchart add react, or'),
  })
})

test.each([
  { 'package.json': '{ "workspaces": ["apps/*"] }' },
  { 'package.json': '{}', 'pnpm-workspace.yaml': 'packages: [apps/*]' },
])('the folder of a monorepo: it says where to run, and is no obstacle', async (files) => {
  const app = temporaryApp(files)
  for (const command of ['add', 'init']) {
    const { complaint, exitCode } = await app.run(command)
    expect([exitCode, complaint]).toEqual([2, expect.stringContaining('in the folder of an app')])
  }
  expect((await app.run('add', 'react')).exitCode).toBeUndefined()
})

test('folders separated by a backslash, as on Windows', async () => {
  const app = temporaryApp(reactApp)
  const { output } = await app.run('add', '--dir', 'src\\login\\ui')
  expect(output).toContain('\n  src/login/ui/screens/sign-in.tsx\n')
  expect(app.has('src/login/ui/screens/sign-in.tsx')).toBe(true)
})

test('line ends of Windows are no change of the developer', async () => {
  const app = temporaryApp(reactApp)
  await app.run('add')
  for (const path of app.list()) app.write(path, app.read(path).replaceAll('\n', '\r\n'))
  expect((await app.run('add')).output).toContain('Nothing to do')
  expect((await app.run('add', '--css', 'tailwind')).exitCode).toBeUndefined()
})

test('a folder that may not be written: the reason is said', async () => {
  const app = temporaryApp(reactApp)
  const before = app.list()
  const { complaint, exitCode } = await withoutRights(app.folder, () => app.run('add'))
  expect(exitCode).toBe(1)
  expect(complaint).toMatch(/cannot be written, so nothing was changed: EACCES/)
  expect(app.list()).toEqual(before)
})

/** Runs in a folder that can only be read; the rights of an administrator are given up for a while. */
async function withoutRights<Result>(folder: string, run: () => Promise<Result>): Promise<Result> {
  const isAdministrator = process.geteuid?.() === 0
  for (const path of ['src', '']) chmodSync(join(folder, path), 0o555)
  try {
    if (isAdministrator) process.seteuid?.(65_534)
    return await run()
  } finally {
    if (isAdministrator) process.seteuid?.(0)
    for (const path of ['', 'src']) chmodSync(join(folder, path), 0o755)
  }
}

test('a folder that cannot be written: nothing is lost, nothing is left', async () => {
  const app = temporaryApp({ ...reactApp, 'src/auth/lib': 'a file where a folder is to be' })
  const before = app.list()
  const { complaint, exitCode } = await app.run('add')
  expect(exitCode).toBe(1)
  expect(complaint).toMatch(/src\/auth\/lib.* cannot be written, so nothing was changed/)
  expect(app.list()).toEqual(before)
})

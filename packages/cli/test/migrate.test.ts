import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { advised } from '../src/migrate/advice.ts'
import { linkTo } from '../src/migrate/link-to.ts'
import { filesOf, migrateText, sampleApps } from './support/migrate-app.ts'
import { temporaryApp } from './support/temporary-app.ts'

const call = "import { getCurrentUser } from 'aws-amplify/auth'\n\nvoid getCurrentUser()\n"
const manifest = { 'package.json': '{ "devDependencies": { "typescript": "^6.0.0" } }' }

test.each(sampleApps)('%s is rewritten as the files beside it say, once', async (name) => {
  const after = filesOf(name, 'after')
  const app = temporaryApp(filesOf(name, 'before'))
  await app.run('migrate', '--force')
  const read = () => Object.fromEntries(app.list().map((path) => [path, app.read(path)]))
  expect(read()).toEqual(after)
  const { output } = await app.run('migrate', '--force', '--json')
  expect(JSON.parse(output)).toMatchObject({ written: [], rewritten: [] })
  expect(read()).toEqual(after)
})

test('the report names file, line, code, what to do and a page', async () => {
  const app = temporaryApp(filesOf('v6-react', 'before'))
  const { output, exitCode } = await app.run('migrate', '--force')
  expect(exitCode).toBe(0)
  expect(output).toContain('Rewrote 10 places; 8 files:\n  src/auth.ts\n')
  expect(output).toContain('To do by hand: 3 places.')
  expect(output).toContain(
    "  src/login-page.tsx:14  confirmSignIn({ challengeResponse: read('code') })\n      view.submit({ code }) on confirmSignIn;",
  )
  expect(output).toContain('      docs/coming-from-amplify.md#confirmsignin\n')
  expect(output).toContain('npm install @authchart/machine @authchart/react')
})

test('--dry-run prints a diff and writes nothing', async () => {
  const files = filesOf('identity-js', 'before')
  const app = temporaryApp(files)
  const { output } = await app.run('migrate', '--dry-run')
  expect(output).toContain('--- /dev/null\n+++ b/src/auth.ts\n')
  expect(output).toContain('--- a/src/session.ts\n+++ b/src/session.ts\n@@ ')
  expect(output).toContain('\n-  const user = pool.getCurrentUser()\n')
  expect(output).toContain('Would rewrite 3 places; 3 files:')
  expect(app.list()).toEqual(Object.keys(files).sort())
})

test('files that Git could not bring back stay, without --force', async () => {
  const app = temporaryApp({ ...manifest, 'src/file.ts': call, 'src/other.ts': call })
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', ...args], {
      cwd: app.folder,
    })
  const withoutGit = await app.run('migrate')
  expect(withoutGit).toMatchObject({ exitCode: 1, output: '' })
  git('init', '--quiet')
  git('add', 'package.json', 'src/other.ts')
  git('commit', '--quiet', '--message', 'first')
  const { complaint, exitCode } = await app.run('migrate')
  expect(exitCode).toBe(1)
  expect(complaint).toContain('nothing was written:\n\n  src/file.ts\n\nCommit them first')
  expect(app.read('src/other.ts')).toBe(call)
  await app.run('migrate', 'src/other.ts')
  expect(app.read('src/other.ts')).toContain('auth.getSession()')
  await app.run('migrate', '--force')
  expect(app.read('src/file.ts')).toContain('auth.getSession()')
})

test('only the files and folders that are named', async () => {
  const app = temporaryApp({ ...manifest, 'src/a/one.ts': call, 'src/b/two.ts': call })
  await app.run('migrate', 'src/b', '--force')
  expect(app.read('src/a/one.ts')).toBe(call)
  expect(app.read('src/b/two.ts')).toContain("import { auth } from '../auth'")
  expect(await app.run('migrate', 'src/c')).toMatchObject({
    exitCode: 2,
    complaint: expect.stringContaining('There is no src/c.'),
  })
  expect(await app.run('migrate', '..')).toMatchObject({ exitCode: 2 })
})

test('--from rewrites the code of one library only', async () => {
  const text = `import { getCurrentUser } from 'aws-amplify/auth'
import { Auth } from 'aws-amplify'

void getCurrentUser()
void Auth.currentSession()
`
  const classic = await migrateText(text, { args: ['--from', 'classic'] })
  expect(classic.text).toContain('void getCurrentUser()\nvoid auth.getSession()\n')
  const six = await migrateText(text, { args: ['--from', 'v6'] })
  expect(six.text).toContain('void Auth.currentSession()')
  expect(six.text).not.toContain('getCurrentUser')
  const app = temporaryApp(manifest)
  expect(await app.run('migrate', '--from', 'v7')).toMatchObject({ exitCode: 2 })
})

test('a file that does not parse is reported and stays; the others are rewritten', async () => {
  const broken = "import { Auth } from 'aws-amplify'\nconst = 1\n"
  const { app, unreadable, text, exitCode } = await migrateText(call, {
    files: { 'src/broken.ts': broken },
  })
  expect(unreadable).toEqual([{ path: 'src/broken.ts', reason: expect.stringContaining('(2:6)') }])
  expect(exitCode).toBe(1)
  expect(app.read('src/broken.ts')).toBe(broken)
  expect(text).toContain('auth.getSession()')
})

test('an app without these libraries has nothing to do', async () => {
  const app = temporaryApp({ ...manifest, 'src/file.ts': 'export const one = 1\n' })
  const { output } = await app.run('migrate')
  expect(output).toMatch(/^Nothing to do/)
})

test('auth.ts of the app stays: ours is authchart.ts', async () => {
  const { app } = await migrateText(
    "import { Amplify } from 'aws-amplify'\nimport { config } from './config'\n\nAmplify.configure(config)\n",
    { files: { 'src/auth.ts': 'export const mine = 1\n' } },
  )
  expect(app.read('src/auth.ts')).toBe('export const mine = 1\n')
  expect(app.read('src/authchart.ts')).toContain("import { config } from './config'")
  expect(app.read('src/file.ts')).toBe("import './authchart'\n\n")
})

test('functions that a later run needs are added to those of the first', async () => {
  const first = "import { signOut } from 'aws-amplify/auth'\n\nvoid signOut()\n"
  const { app } = await migrateText(first)
  app.write('src/next.ts', first.replaceAll('signOut', 'fetchUserAttributes'))
  await app.run('migrate', '--force')
  const calls = app.read('src/auth-calls.ts')
  expect(calls).toContain('export async function signOut(')
  expect(calls).toContain('export async function fetchUserAttributes(')
})

const pages = [
  ['coming-from-amplify', advised.amplify, false],
  ['coming-from-identity-js', advised.identityJs, true],
] as const

test.each(pages)(
  '%s has the anchors of the report, if it is there',
  (page, names, isIdentityJs) => {
    const file = new URL(`../../../docs/${page}.md`, import.meta.url)
    const links = names.map((name) => linkTo(name, isIdentityJs))
    expect(links.every((link) => link.startsWith(`docs/${page}.md#`))).toBe(true)
    if (!existsSync(file)) return
    const text = readFileSync(file, 'utf8')
    const anchors = new Set([
      ...[...text.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
        title
          .toLowerCase()
          .replace(/[^a-z0-9 _-]/g, '')
          .replaceAll(' ', '-'),
      ),
      ...[...text.matchAll(/(?:id|name)="([^"]+)"|\{#([^}]+)\}/g)].map(
        ([, id, other]) => id ?? other,
      ),
    ])
    expect(links.filter((link) => !anchors.has(link.split('#')[1] ?? ''))).toEqual([])
  },
)

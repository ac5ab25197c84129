import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { nearestWord } from '../src/nearest-word.ts'
import { runCli } from '../src/run-cli.ts'
import { temporaryApp } from './support/temporary-app.ts'

test('help lists every command, and each command has its own', async () => {
  const app = temporaryApp({})
  for (const option of ['--help', '-h', 'help']) {
    const { output, exitCode } = await app.run(option)
    expect(exitCode).toBeUndefined()
    for (const name of ['init', 'add', 'test', 'sandbox', 'devtools'])
      expect(output).toContain(`  ${name} `)
  }
  expect((await app.run('add', '--help')).output).toContain('Usage: authchart add')
  expect((await app.run('init', '-h')).output).toContain('Usage: authchart init')
})

test('the version is that of the package', async () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
  expect((await temporaryApp({}).run('--version')).output).toBe(`${version}\n`)
})

test('no command, and an unknown one', async () => {
  const app = temporaryApp({})
  expect(await app.run()).toMatchObject({
    exitCode: 2,
    complaint: expect.stringContaining('Usage'),
  })
  expect(await app.run('sandbax')).toMatchObject({
    exitCode: 2,
    complaint:
      "authchart: There is no command 'sandbax'. Do you mean 'sandbox'?\nauthchart --help lists what there is.\n",
  })
  expect((await app.run('frobnicate')).complaint).not.toContain('Do you mean')
})

test.each([
  ['signin', 'signIn'],
  ['ad', 'add'],
  ['xyz', undefined],
])('the nearest word of %s is %s', (typed, nearest) => {
  expect(nearestWord(typed, ['add', 'init', 'signIn'])).toBe(nearest)
})

/** A package with a command, as npm installs it. */
function installed(name: string): Record<string, string> {
  return {
    [`node_modules/${name}/package.json`]: JSON.stringify({
      name,
      type: 'module',
      bin: { it: './it.mjs' },
    }),
    [`node_modules/${name}/it.mjs`]: 'globalThis.received = process.argv.slice(2)',
  }
}

test.each([
  ['test', '@authchart/testing'],
  ['sandbox', '@authchart/sandbox'],
  ['devtools', '@authchart/devtools'],
])('%s is the command line of %s in the app', async (name, wanted) => {
  const { folder } = temporaryApp({ 'package.json': '{}', ...installed(wanted) })
  const { argv } = process
  const ended = await runCli([name, 'plan', '--help'], { folder, isInteractive: false })
  process.argv = argv
  expect(ended).toBeUndefined()
  expect(globalThis).toHaveProperty('received', ['plan', '--help'])
})

test('a tool that is not installed: the command that installs it', async () => {
  const app = temporaryApp({ 'package.json': '{}', 'yarn.lock': '' })
  expect(await app.run('sandbox', '--port', '0')).toMatchObject({
    exitCode: 1,
    complaint: expect.stringContaining('\n  yarn add -D @authchart/sandbox\n'),
  })
})

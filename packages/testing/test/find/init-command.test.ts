import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runCli } from '../../src/cli/run-cli.ts'

const url = 'http://127.0.0.1:9/'

test('init never writes over a file unless it is forced to', async () => {
  const out = join(mkdtempSync(join(tmpdir(), 'init-')), 'ui.ts')
  writeFileSync(out, 'mine')
  const { complaint, exitCode } = await runCli(['init', url, '--out', out])
  expect(complaint).toContain(`${out} exists: --force writes over it`)
  expect(exitCode).toBe(1)
  expect(readFileSync(out, 'utf8')).toBe('mine')
})

test.each([
  [['init'], 'URL is needed'],
  [['init', 'nowhere'], 'URL is needed'],
  [['init', 'localhost:5173'], 'URL is needed'],
  [['init', 'file:///etc/hosts'], 'URL is needed'],
  [['init', url, '--check'], '--check and --contract FILE go together'],
  [['init', url, '--contract', 'ui.ts'], '--check and --contract FILE go together'],
])('%j is a wrong command line', async (args, complaint) => {
  expect(await runCli(args)).toMatchObject({
    exitCode: 2,
    complaint: expect.stringContaining(complaint),
  })
})

test.each([
  ['not JSON', '{', '--config', 'config.json: '],
  ['no configuration', '{ "region": "eu-west-1" }', '--config', 'config.json: '],
  ['no program', '', '--browser', 'There is no '],
])('a file that is %s ends with what to mend', async (_, content, option, reason) => {
  const folder = mkdtempSync(join(tmpdir(), 'init-'))
  const file = join(folder, option === '--browser' ? 'chromium' : 'config.json')
  if (content) writeFileSync(file, content)
  const args = ['init', url, '--out', join(folder, 'ui.ts'), option, file]
  const { complaint, exitCode } = await runCli(args)
  expect(complaint).toContain(reason)
  expect(exitCode).toBe(1)
})

test('the guide uses only options that init has', async () => {
  const guide = readFileSync(new URL('../../../../docs/guides/testing.md', import.meta.url), 'utf8')
  const { output: help } = await runCli(['init', '--help'])
  const lines = guide.split('\n').filter((line) => line.includes('authchart-test init'))
  expect(lines.length).toBeGreaterThan(1)
  for (const option of lines.join(' ').match(/--[a-z]+/g) ?? [])
    expect(help).toContain(`${option} `)
})

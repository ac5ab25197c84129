import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { chooseConsumers } from '../consumers/choose-consumers.mjs'
import { exitCode, missingCode } from '../consumers/exit-code.mjs'
import { readConsumers } from '../consumers/read-consumers.mjs'
import { runConsumers } from '../consumers/run-consumers.mjs'
import { startServer } from '../consumers/start-server.mjs'
import { root } from '../lib/paths.mjs'

const all = readConsumers()
const names = all.map(({ name }) => name)

test('every kind of consumer has its project', () => {
  expect(names).toEqual(
    expect.arrayContaining([
      ...['vite-react', 'vite-vue', 'next-app', 'nuxt-pinia', 'webpack', 'rspack', 'esbuild'],
      ...['node-esm', 'node-require', 'jest-commonjs', 'vitest', 'bun', 'deno', 'workers'],
      ...['typescript-5.6', 'typescript-5.9', 'typescript-6.0', 'typescript-7.0', 'react-native'],
    ]),
  )
})

test('a project with several versions is one for each', () => {
  const ranges = all
    .filter(({ name }) => name.startsWith('typescript-'))
    .map(({ manifest }) => manifest.devDependencies.typescript)
  expect(ranges).toEqual(['~5.6.0', '~5.9.0', '~6.0.0', '~7.0.0'])
})

test('a project without the registry names no version', () => {
  const linked = all.filter(({ isLong }) => !isLong)
  expect(linked.length).toBeGreaterThan(3)
  for (const { manifest } of linked) {
    const ranges = Object.values({ ...manifest.dependencies, ...manifest.devDependencies })
    expect(new Set(ranges)).toEqual(new Set(['*']))
  }
})

test('projects are chosen by name and by what they need', () => {
  const chosen = (values) => chooseConsumers(all, values).map(({ name }) => name)
  expect(chosen({})).toEqual(names)
  expect(chosen({ only: ['bun', 'esbuild'] })).toEqual(['bun', 'esbuild'])
  expect([...chosen({ short: true }), ...chosen({ long: true })].sort()).toEqual([...names].sort())
  expect(chosen({ short: true })).not.toContain('bun')
  expect(() => chosen({ only: ['bunn'] })).toThrow(/Unknown project "bunn"; there are .*bun/)
})

test('a number of projects at a time that is none is rejected', async () => {
  const shown = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  onTestFinished(() => shown.mockRestore())
  expect(await runConsumers(['--jobs', '0', '--only', 'rollup-bare'])).toBe(2)
  expect(shown).toHaveBeenCalledWith('--jobs is 0, not a number from 1 on\n')
})

test('what cannot run here is neither passed nor broken', () => {
  const [passed, missing, broken] = [{ ok: true }, { ok: false, isMissing: true }, { ok: false }]
  expect(exitCode([passed])).toBe(0)
  expect(exitCode([passed, missing])).toBe(missingCode)
  expect(exitCode([passed, missing, broken])).toBe(1)
})

test('a server that ends before its first page says what it printed', async () => {
  const command = ['--eval', 'console.error("no config for", process.env.PORT); process.exit(3)']
  await expect(startServer(command, root, {})).rejects.toThrow(/code 3\nno config for 3\d+$/)
})

test('the report names every project', () => {
  const report = readFileSync(join(root, 'docs/quality/consumers.md'), 'utf8')
  const unnamed = names.filter(
    (name) => !report.includes(`\`${name.replace(/^typescript-/, '-')}\``),
  )
  expect(unnamed.filter((name) => !report.includes(`\`${name}\``))).toEqual([])
})

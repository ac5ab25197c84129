import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../../lib/paths.mjs'

const page = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8')

/** What is in backticks and begins with a folder of the repository; `<flow>` stands for any name. */
const paths = [...page.matchAll(/`((?:packages|examples|scripts|docs|consumers|bench)\/[^`\s]*)`/g)]
  .map(([, path]) => path)
  .map((path) => path.replace(/<[^>]*>.*$/, ''))

test('CONTRIBUTING names paths', () => {
  expect(paths.length).toBeGreaterThan(20)
})

test.each([...new Set(paths)])('%s, which CONTRIBUTING names, exists', (path) => {
  expect(existsSync(join(root, path))).toBe(true)
})

test('each script that CONTRIBUTING names exists', () => {
  const commands = [...page.matchAll(/npm run ([\w:]+)(?: [^`\n]*?-w ([\w/-]+))?/g)]
  expect(commands.length).toBeGreaterThan(10)
  for (const [line, name, workspace] of commands) {
    const manifest = JSON.parse(readFileSync(join(root, workspace ?? '', 'package.json'), 'utf8'))
    expect(manifest.scripts, line).toHaveProperty([name])
  }
})

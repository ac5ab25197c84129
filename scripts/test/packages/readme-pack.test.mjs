import { execSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { root } from '../../lib/paths.mjs'

const readme = readFileSync(join(root, 'README.md'), 'utf8')

test('what the README packs is what it installs, tools as tools', () => {
  const [pack] = /^npm pack .*/m.exec(readme)
  const installs = [...readme.matchAll(/^npm install .*\{(.*)\}-0\.0\.0\.tgz/gm)]
  const [needed, tools] = installs.map(([line, names]) => ({ line, names: names.split(',') }))
  expect(needed.line).not.toContain('--save-dev')
  expect(needed.names).toEqual(['machine', 'react'])
  expect(tools.line).toContain('--save-dev')
  expect(tools.names).toEqual(['devtools', 'sandbox', 'testing'])

  const to = mkdtempSync(join(tmpdir(), 'authchart-pack-'))
  onTestFinished(() => rmSync(to, { recursive: true }))
  // Without scripts: others read the manifests that `prepack` changes for a moment.
  const command = `${pack.replace(/ #.*/, '')} --ignore-scripts --silent --pack-destination ${to}`
  execSync(command, { cwd: root, stdio: 'pipe' })
  const files = [...needed.names, ...tools.names].map((name) => `authchart-${name}-0.0.0.tgz`)
  expect(readdirSync(to).sort()).toEqual(files.sort())
}, 60_000)

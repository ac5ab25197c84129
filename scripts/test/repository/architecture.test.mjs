import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { root, toolCommand } from '../../lib/paths.mjs'

const rejected = [
  ['packages/machine/src/chart', 'jose'],
  ['packages/machine/src/chart', '@aws-crypto/sha256-js'],
  ['packages/machine/src/chart', 'node:crypto'],
  ['packages/machine/src/chart', '../cognito/client.ts'],
  ['packages/machine/src/chart/states', '../../view/connect.ts'],
  ['packages/machine/src/chart', '../create-auth.ts'],
  ['packages/machine/src/ports', '../errors/failure.ts'],
  ['packages/machine/src/ports', 'xstate'],
  ['packages/machine/src/view', '../cognito/client.ts'],
  ['packages/machine/src/session', '../cognito/client.ts'],
  ['packages/sandbox/src', '@authchart/machine'],
  ['packages/testing/src', '../../machine/src/index.ts'],
  ['packages/testing/src/plan', '../../../machine/src/chart/machine.ts'],
  ['packages/testing/src', '@authchart/sandbox'],
  ['packages/react/src', '@authchart/machine/cognito'],
]

const allowed = [
  ['packages/machine/src/chart', 'xstate'],
  ['packages/machine/src/chart/states', '../setup.ts'],
  ['packages/machine/src/chart', '../errors/failure.ts'],
  ['packages/machine/src/ports', '../secret.ts'],
  ['packages/vue/src', '@authchart/machine'],
  ['packages/testing/src', '@authchart/machine'],
  ['packages/testing/src', '@authchart/machine/cognito'],
]

const pageGlobals = [
  'window',
  'document',
  'navigator',
  'location',
  'localStorage',
  'sessionStorage',
]

/** Lints a tree that has one file for each line of code, under our rules, and returns those that are rejected. */
function lint(rule, files) {
  const tree = mkdtempSync(join(tmpdir(), 'authchart-architecture-'))
  try {
    const { vcs: _, ...config } = JSON.parse(readFileSync(join(root, 'biome.json'), 'utf8'))
    writeFileSync(join(tree, 'biome.json'), JSON.stringify(config))
    files.forEach(([dir, code], index) => {
      const file = join(tree, dir, `file-${index}.ts`)
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, `${code}\n`)
    })
    const [tool, ...parameters] = toolCommand('biome', 'lint', '--reporter=github')
    const { stdout } = spawnSync(tool, [...parameters, '--max-diagnostics=none'], {
      cwd: tree,
      encoding: 'utf8',
    })
    const lines = stdout.split('\n').filter((line) => line.includes(rule))
    return files.filter((_, index) => lines.some((line) => line.includes(`file-${index}.ts`)))
  } finally {
    rmSync(tree, { recursive: true })
  }
}

test('the lint rules keep the architecture, and nothing more', () => {
  const importing = ([dir, specifier]) => [dir, `import '${specifier}'`]
  const files = [...rejected, ...allowed].map(importing)
  expect(lint('noRestrictedImports', files)).toEqual(rejected.map(importing))
})

test('only src/browser knows a page', () => {
  const using = (dir) => pageGlobals.map((name) => [dir, `export const it = ${name}`])
  const elsewhere = ['.', 'session', 'cognito', 'adapters/server'].flatMap((dir) =>
    using(`packages/machine/src/${dir}`),
  )
  const inBrowser = using('packages/machine/src/adapters/browser')
  expect(lint('noRestrictedGlobals', [...elsewhere, ...inBrowser])).toEqual(elsewhere)
})

import { execFileSync } from 'node:child_process'
import { dirname, resolve } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { root } from '../../lib/paths.mjs'

/** Tracked, and new. */
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
}).split('\n')

test('every TypeScript file belongs to a project that is type-checked', () => {
  const configs = files.filter((file) => /\/tsconfig\.json$/.test(file))
  const checked = new Set(configs.flatMap(filesOf))
  const unchecked = files.filter(
    // The consumers are checked by what they are consumers with.
    (file) =>
      /\.tsx?$/.test(file) && !file.startsWith('consumers/') && !checked.has(resolve(root, file)),
  )
  expect(configs.length).toBeGreaterThan(5)
  expect(unchecked).toEqual([])
})

/** @param {string} path of a tsconfig.json */
function filesOf(path) {
  const file = resolve(root, path)
  const { config } = ts.readConfigFile(file, ts.sys.readFile)
  return ts
    .parseJsonConfigFileContent(config, ts.sys, dirname(file))
    .fileNames.map((name) => resolve(name))
}

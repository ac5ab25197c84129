import { cpSync, existsSync, readdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../paths.mjs'
import { run } from '../run.mjs'
import { ReleaseError } from './release-error.mjs'

/**
 * A clone of the last commit, with the dependencies and the builds of this tree.
 *
 * @param {string} to
 * @returns {Promise<string>} `to`
 */
export async function copyTree(to) {
  const { code, output } = await run(['git', 'clone', '--quiet', '--local', '--', root, to])
  if (code !== 0) throw new ReleaseError(`git clone:\n${output}`)
  symlinkSync(join(root, 'node_modules'), join(to, 'node_modules'), 'junction')
  for (const part of readdirSync(join(to, 'packages'))) {
    for (const name of ['dist', 'node_modules']) {
      const from = join(root, 'packages', part, name)
      if (!existsSync(from)) continue
      if (name === 'dist') cpSync(from, join(to, 'packages', part, name), { recursive: true })
      else symlinkSync(from, join(to, 'packages', part, name), 'junction')
    }
  }
  return to
}

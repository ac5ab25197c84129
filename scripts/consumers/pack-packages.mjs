import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { npmCommand, root } from '../lib/paths.mjs'
import { makePublishable } from '../pack/publishable.mjs'

/**
 * Packs every package as `npm pack` does, from a copy: the manifests here stay as they are.
 *
 * @param {string} to an empty folder
 * @param {string} [from] the tree that has the packages
 * @returns {{ name: string, tarball: string, folder: string }[]} `folder`: what is in the tarball
 */
export function packPackages(to, from = root) {
  return readdirSync(join(from, 'packages')).map((part) => {
    const copy = join(to, 'copies', part)
    cpSync(join(from, 'packages', part), copy, {
      recursive: true,
      filter: (path) => !/\/(?:node_modules|src|test|\.turbo)$/.test(path),
    })
    makePublishable(copy, join(root, 'packages', part))
    const [npm, ...parameters] = npmCommand('pack', '--ignore-scripts', '--silent')
    const file = execFileSync(npm, parameters, { cwd: copy, encoding: 'utf8' }).trim()
    const folder = join(to, part)
    mkdirSync(folder, { recursive: true })
    execFileSync('tar', ['-xzf', join(copy, file), '-C', folder, '--strip-components=1'])
    const { name } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    return { name, tarball: join(copy, file), folder }
  })
}

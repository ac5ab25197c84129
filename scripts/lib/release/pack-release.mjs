import { copyFileSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { packPackages } from '../../consumers/pack-packages.mjs'
import { inOrder } from './in-order.mjs'
import { tagOf } from './list-release.mjs'

/**
 * @typedef {object} PackedPackage
 * @property {string} name
 * @property {string} version
 * @property {string} tarball
 * @property {number} bytes of the tarball
 * @property {Record<string, string>} needs the versions of ours that it needs
 */

/**
 * Packs each package of a tree. The files are numbered in the order of publishing, and beside them `tag` has npm's tag.
 *
 * @param {string} folder the tree
 * @param {string} to an empty folder, for the tarballs
 * @returns {PackedPackage[]} what others need first
 */
export function packRelease(folder, to) {
  const work = join(to, 'work')
  const packed = packPackages(work, folder).map((one) => {
    const manifest = JSON.parse(readFileSync(join(one.folder, 'package.json'), 'utf8'))
    const all = { ...manifest.dependencies, ...manifest.peerDependencies }
    const ours = Object.entries(all).filter(([name]) => name.startsWith('@authchart/'))
    return {
      name: one.name,
      version: manifest.version,
      tarball: one.tarball,
      bytes: statSync(one.tarball).size,
      needs: Object.fromEntries(ours),
    }
  })
  const numbered = inOrder(packed).map((one, index) => {
    const tarball = join(to, `${index + 1}-${basename(one.tarball)}`)
    copyFileSync(one.tarball, tarball)
    return { ...one, tarball }
  })
  rmSync(work, { recursive: true, force: true })
  writeFileSync(join(to, 'tag'), tagOf(numbered[0].version))
  return numbered
}

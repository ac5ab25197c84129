import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../lib/paths.mjs'

/**
 * @typedef {object} Consumer
 * @property {string} name
 * @property {string} folder
 * @property {boolean} isLong whether it installs from the registry, or takes long
 * @property {Record<string, unknown>} manifest
 */

/** @returns {Consumer[]} the projects in `consumers/` */
export function readConsumers() {
  const all = join(root, 'consumers')
  return readdirSync(all, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => {
      const folder = join(all, name)
      const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
      return { name, folder, manifest, isLong: manifest.authchart?.install === 'registry' }
    })
}

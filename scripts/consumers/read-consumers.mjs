import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../lib/paths.mjs'

/**
 * @typedef {object} Consumer
 * @property {string} name
 * @property {string} folder
 * @property {boolean} isLong whether it installs from the registry, or takes long
 * @property {Record<string, any>} manifest
 */

/**
 * The projects in `consumers/`. One whose manifest has `authchart.versions`, as `{ "typescript": ["5.6", "7.0"] }`, is
 * a project for each of them.
 *
 * @returns {Consumer[]}
 */
export function readConsumers() {
  const all = join(root, 'consumers')
  return readdirSync(all, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => {
      const folder = join(all, name)
      const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
      return expandVersions({
        name,
        folder,
        manifest,
        isLong: manifest.authchart?.install === 'registry',
      })
    })
}

/**
 * @param {Consumer} consumer
 * @returns {Consumer[]}
 */
function expandVersions(consumer) {
  const { name, manifest } = consumer
  const [[dependency, versions] = []] = Object.entries(manifest.authchart?.versions ?? {})
  if (!versions) return [consumer]
  return versions.map((version) => {
    const devDependencies = { ...manifest.devDependencies, [dependency]: `~${version}.0` }
    return {
      ...consumer,
      name: `${name}-${version}`,
      manifest: { ...manifest, devDependencies },
    }
  })
}

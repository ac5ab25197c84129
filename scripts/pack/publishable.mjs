import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../lib/paths.mjs'
import { bundledPackages } from './bundled-packages.mjs'
import { addEntryFolders, entryFiles } from './entry-folders.mjs'
import { thirdPartyNotices } from './third-party-notices.mjs'

const noticesFile = 'THIRD-PARTY-NOTICES.txt'

/** What {@link makePublishable} adds to a package's folder; git-ignored there. */
export const addedFiles = ['LICENSE', 'NOTICE', noticesFile]

/** The `exports` without what points at sources, which are not packed. */
function withoutSources(exports) {
  if (typeof exports !== 'object' || exports === null) return exports
  return Object.fromEntries(
    Object.entries(exports)
      .filter(([condition]) => condition !== 'authchart-source')
      .map(([condition, target]) => [condition, withoutSources(target)]),
  )
}

/**
 * @param {Record<string, any>} manifest of a package
 * @returns {string} the text of the manifest that is packed
 */
export function publishableManifest(manifest) {
  const exports = withoutSources(manifest.exports)
  const files = [...manifest.files, ...entryFiles(manifest)]
  return `${JSON.stringify({ ...manifest, exports, files }, null, 2)}\n`
}

/**
 * Makes what is in a package's folder right for those who install it: no condition without its
 * files, no types that name a map which is not there, a folder for each entry, and the licences of all its code.
 *
 * @param {string} folder of the package
 * @param {string} [installed] where its dependencies are installed, if `folder` is a copy
 */
export function makePublishable(folder, installed = folder) {
  const path = join(folder, 'package.json')
  const manifest = JSON.parse(readFileSync(path, 'utf8'))
  addEntryFolders(folder, manifest)
  writeFileSync(path, publishableManifest(manifest))
  for (const name of readdirSync(join(folder, 'dist'), { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.d.mts')) continue
    const file = join(folder, 'dist', name)
    const types = readFileSync(file, 'utf8')
    writeFileSync(file, types.replace(/\n?\/\/# sourceMappingURL=.*\s*$/, '\n'))
  }
  for (const file of ['LICENSE', 'NOTICE']) copyFileSync(join(root, file), join(folder, file))
  const bundled = bundledPackages(join(folder, 'dist'))
  if (bundled.length > 0) {
    writeFileSync(join(folder, noticesFile), thirdPartyNotices(bundled, [installed]))
  }
}

import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'

/** The entries of a manifest but the first, by the folder that stands for each. */
function entriesOf({ exports = {} }) {
  return Object.entries(exports)
    .filter(([entry, target]) => entry !== '.' && target.default)
    .map(([entry, target]) => ({ folder: entry.slice(2), ...target }))
}

/**
 * Adds a folder with a manifest for each entry: Parcel's defaults, and other tools that do not read `exports`, look
 * there.
 *
 * @param {string} folder of the package
 * @param {Record<string, any>} manifest of the package
 * @returns {string[]} what was added, as `files` of the manifest names it
 */
export function addEntryFolders(folder, manifest) {
  return entriesOf(manifest).map((entry) => {
    const path = join(folder, entry.folder)
    const fromThere = (file) => relative(path, join(folder, file))
    mkdirSync(path, { recursive: true })
    const own = { type: 'module', main: fromThere(entry.default), types: fromThere(entry.types) }
    writeFileSync(join(path, 'package.json'), `${JSON.stringify(own, null, 2)}\n`)
    return `${entry.folder}/package.json`
  })
}

/**
 * @param {string} folder of the package
 * @param {Record<string, any>} manifest of the package
 */
export function removeEntryFolders(folder, manifest) {
  const added = new Set(entriesOf(manifest).map((entry) => entry.folder.split('/')[0]))
  for (const name of added) rmSync(join(folder, name), { recursive: true, force: true })
}

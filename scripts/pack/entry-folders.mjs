import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join, posix } from 'node:path'

/** The entries of a manifest but the first, by the folder that stands for each. */
function entriesOf({ exports = {} }) {
  return Object.entries(exports)
    .filter(([entry, target]) => entry !== '.' && target.default)
    .map(([entry, target]) => ({ folder: entry.slice(2), ...target }))
}

/**
 * @param {Record<string, any>} manifest of a package
 * @returns {string[]} what {@link addEntryFolders} adds, as `files` of the manifest names it
 */
export function entryFiles(manifest) {
  return entriesOf(manifest).map(({ folder }) => `${folder}/package.json`)
}

/**
 * Adds a folder with a manifest for each entry: Parcel's defaults, and other tools that do not read `exports`, look
 * there. What a pack left that stopped is replaced.
 *
 * @param {string} folder of the package
 * @param {Record<string, any>} manifest of the package
 * @throws Error if the folder of an entry has other content. Then nothing is added.
 */
export function addEntryFolders(folder, manifest) {
  const entries = entriesOf(manifest)
  const folders = entries.map((entry) => entry.folder)
  for (const path of folders) assertFree(folder, path, folders)
  for (const entry of entries) {
    const fromThere = (file) => posix.relative(entry.folder, file)
    const own = { type: 'module', main: fromThere(entry.default), types: fromThere(entry.types) }
    mkdirSync(join(folder, entry.folder), { recursive: true })
    const file = join(folder, entry.folder, 'package.json')
    writeFileSync(file, `${JSON.stringify(own, null, 2)}\n`)
  }
}

/**
 * Removes the manifests of {@link addEntryFolders}, and the folders that are empty without them.
 *
 * @param {string} folder of the package
 * @param {Record<string, any>} manifest of the package
 */
export function removeEntryFolders(folder, manifest) {
  for (const entry of entriesOf(manifest)) {
    const file = join(folder, entry.folder, 'package.json')
    if (isAdded(file)) rmSync(file)
    removeEmpty(folder, entry.folder)
  }
}

function removeEmpty(folder, path) {
  if (path === '.') return
  const full = join(folder, path)
  if (existsSync(full)) {
    if (readdirSync(full).length > 0) return
    rmdirSync(full)
  }
  removeEmpty(folder, posix.dirname(path))
}

function assertFree(folder, path, folders) {
  const full = join(folder, path)
  if (!existsSync(full)) return
  const isOurs = (name) =>
    name === 'package.json'
      ? isAdded(join(full, name))
      : folders.some((other) => `${other}/`.startsWith(`${path}/${name}/`))
  const others = readdirSync(full).filter((name) => !isOurs(name))
  if (others.length === 0) return
  throw new Error(
    `pack: the entry ./${path} needs the folder ${full}, which has other content: ${others.join(', ')}. Rename one of them.`,
  )
}

/** Whether a file is a manifest of {@link addEntryFolders}: it has no name, and nothing but these fields. */
function isAdded(file) {
  if (!existsSync(file)) return false
  const fields = Object.keys(JSON.parse(readFileSync(file, 'utf8')))
  return fields.join() === 'type,main,types'
}

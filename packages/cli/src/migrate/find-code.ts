import { readdirSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { UsageError } from '../usage-error.ts'

/** Folders that have no sources of the app. */
const skipped = new Set(['node_modules', 'dist', 'build', 'out', 'coverage', 'vendor'])

const isCode = (name: string) => /\.(?:[cm]?[jt]sx?|vue)$/.test(name) && !/\.d\.[cm]?ts$/.test(name)

/**
 * The files with code in these files and folders, relative to the folder of the app, with slashes.
 *
 * @throws UsageError for a path that does not exist, or that is not in the folder of the app.
 */
export function findCode(folder: string, paths: readonly string[]): readonly string[] {
  const found = new Set<string>()
  for (const path of paths) {
    const place = join(folder, path)
    const inside = relative(folder, place)
    if (inside.startsWith('..')) throw new UsageError(`${path} is not in the folder of the app.`)
    const stat = statSync(place, { throwIfNoEntry: false })
    if (!stat) throw new UsageError(`There is no ${path}.`)
    const files = stat.isDirectory() ? walk(place) : [place]
    for (const file of files) found.add(relative(folder, file).replaceAll('\\', '/'))
  }
  return [...found].sort()
}

function walk(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) {
      return skipped.has(entry.name) || entry.name.startsWith('.') ? [] : walk(path)
    }
    return entry.isFile() && isCode(entry.name) ? [path] : []
  })
}

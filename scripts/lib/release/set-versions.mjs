import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../paths.mjs'
import { run } from '../run.mjs'
import { paint, say } from '../say.mjs'
import { ReleaseError } from './release-error.mjs'

const changesets = join(root, 'node_modules/@changesets/cli/bin.js')

/**
 * Moves what is in `.changeset/` into versions and changelogs, as `npx changeset version` does. The mode of
 * `.changeset/pre.json` decides whether they are candidates.
 *
 * @param {string} folder a tree with its dependencies
 * @throws ReleaseError
 */
export async function setVersions(folder) {
  const before = versionsOf(folder)
  const { code, output } = await run([process.execPath, changesets, 'version'], { cwd: folder })
  if (code !== 0) throw new ReleaseError(`changeset version:\n${output.trim()}`)
  const after = versionsOf(folder)
  const [version, ...others] = new Set(Object.values(after))
  if (others.length > 0)
    throw new ReleaseError(`Several versions: ${version}, ${others.join(', ')}`)
  if (Object.values(before).includes(version)) {
    throw new ReleaseError(
      'No file in .changeset/ says what is new: "npm run changeset" writes one.',
    )
  }
  for (const part of Object.keys(after)) {
    const path = join(folder, 'packages', part, 'CHANGELOG.md')
    if (!existsSync(path) || !readFileSync(path, 'utf8').includes(`\n## ${version}\n`)) {
      throw new ReleaseError(`packages/${part}/CHANGELOG.md has no part for ${version}`)
    }
  }
  say(`${paint('green', '✓')} versions and changelogs: ${version}`)
}

/** @returns {Record<string, string>} by folder */
function versionsOf(folder) {
  const parts = readdirSync(join(folder, 'packages'))
  return Object.fromEntries(
    parts.map((part) => [
      part,
      JSON.parse(readFileSync(join(folder, 'packages', part, 'package.json'), 'utf8')).version,
    ]),
  )
}

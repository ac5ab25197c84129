import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

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
 * Makes what is in a package's folder right for those who install it: no condition without its
 * files, and no types that name a map which is not there.
 *
 * @param {string} folder of the package
 */
export function makePublishable(folder) {
  const path = join(folder, 'package.json')
  const manifest = JSON.parse(readFileSync(path, 'utf8'))
  const exports = withoutSources(manifest.exports)
  writeFileSync(path, `${JSON.stringify({ ...manifest, exports }, null, 2)}\n`)
  for (const name of readdirSync(join(folder, 'dist'), { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.d.mts')) continue
    const file = join(folder, 'dist', name)
    const types = readFileSync(file, 'utf8')
    writeFileSync(file, types.replace(/\n?\/\/# sourceMappingURL=.*\s*$/, '\n'))
  }
}

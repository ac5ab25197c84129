import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const ownSource = /(?:^|\/)node_modules\/(?!.*\/node_modules\/)((?:@[^/]+\/)?[^/]+)\//

/**
 * The packages of others whose code is in what a package has built, by its source maps.
 *
 * @param {string} dist
 * @returns {string[]} sorted
 */
export function bundledPackages(dist) {
  const names = new Set()
  for (const path of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
    if (!path.endsWith('.map')) continue
    for (const source of JSON.parse(readFileSync(join(dist, path), 'utf8')).sources) {
      const [, name] = ownSource.exec(source) ?? []
      if (name && !/^(?:@authchart\/|authchart$)/.test(name)) names.add(name)
    }
  }
  return [...names].sort()
}

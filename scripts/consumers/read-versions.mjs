import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from '../lib/run.mjs'

/**
 * The versions that a project has got.
 *
 * @param {import('./read-consumers.mjs').Consumer} consumer
 * @param {string} folder where it is installed
 * @returns {Promise<Record<string, string>>}
 */
export async function readVersions({ manifest }, folder) {
  const names = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies })
  const installed = names.flatMap((name) => {
    const path = join(folder, 'node_modules', name, 'package.json')
    return existsSync(path) ? [[name, JSON.parse(readFileSync(path, 'utf8')).version]] : []
  })
  return { node: await nodeVersion(folder), ...Object.fromEntries(installed) }
}

/** The version of the Node that runs the check: a project may install its own. */
async function nodeVersion(folder) {
  const own = join(folder, 'node_modules/node/bin/node')
  if (!existsSync(own)) return process.versions.node
  const { output } = await run([own, '--version'], { cwd: folder })
  return output.trim().replace(/^v/, '')
}

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { npmCommand } from '../lib/paths.mjs'
import { run } from '../lib/run.mjs'

/** A machine may have other work. */
const timeoutMs = 1_800_000

/**
 * Installs from the registry, and ours from their tarballs; by `pnpm` where the project says so.
 *
 * @param {import('./read-consumers.mjs').Consumer} consumer
 * @param {ReturnType<typeof import('./pack-packages.mjs').packPackages>} packed
 * @param {string} to the copy of the project
 */
export async function installPackages({ manifest }, packed, to) {
  const tarballs = Object.fromEntries(packed.map(({ name, tarball }) => [name, `file:${tarball}`]))
  const fromTarballs = (wanted = {}) =>
    Object.fromEntries(Object.entries(wanted).map(([name, at]) => [name, tarballs[name] ?? at]))
  const dependencies = fromTarballs(manifest.dependencies)
  const devDependencies = fromTarballs(manifest.devDependencies)
  // Ours depend on each other by a version that no registry has.
  const overrides = { ...manifest.overrides, ...tarballs }
  for (const name of Object.keys({ ...dependencies, ...devDependencies })) delete overrides[name]
  const isPnpm = manifest.authchart?.by === 'pnpm'
  writeFileSync(
    join(to, 'package.json'),
    JSON.stringify({
      ...manifest,
      dependencies,
      devDependencies,
      ...(isPnpm ? { pnpm: { overrides: tarballs } } : { overrides }),
    }),
  )
  const command = isPnpm
    ? npmCommand('exec', '--yes', '--', 'pnpm@10', 'install', '--silent', '--prefer-offline')
    : npmCommand('install', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error')
  const { code, output, isTimeout } = await run(command, { cwd: to, timeoutMs })
  const what = isTimeout ? `was stopped after ${timeoutMs / 60_000} minutes` : 'has failed'
  if (code !== 0) throw new Error(`The installation ${what}:\n${output.trim()}`)
}

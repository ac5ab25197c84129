import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { npmCommand } from '../lib/paths.mjs'

/** Installs from the registry, and ours from their tarballs; by `pnpm` where the project says so. */
export function installPackages({ manifest }, packed, to) {
  const path = join(to, 'package.json')
  const own = JSON.parse(readFileSync(path, 'utf8'))
  const tarballs = Object.fromEntries(packed.map(({ name, tarball }) => [name, `file:${tarball}`]))
  const dependencies = Object.fromEntries(
    Object.entries(own.dependencies).map(([name, range]) => [name, tarballs[name] ?? range]),
  )
  // Ours depend on each other by a version that no registry has.
  const overrides = { ...own.overrides, ...tarballs }
  for (const name of Object.keys(own.dependencies)) delete overrides[name]
  const isPnpm = manifest.authchart?.by === 'pnpm'
  writeFileSync(
    path,
    JSON.stringify({
      ...own,
      dependencies,
      ...(isPnpm ? { pnpm: { overrides: tarballs } } : { overrides }),
    }),
  )
  const command = isPnpm
    ? npmCommand('exec', '--yes', '--', 'pnpm@10', 'install', '--silent', '--prefer-offline')
    : npmCommand('install', '--prefer-offline', '--no-audit', '--no-fund', '--silent')
  execFileSync(command[0], command.slice(1), { cwd: to, stdio: 'pipe', timeout: 600_000 })
}

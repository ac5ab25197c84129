import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

export type PackageManager = 'npm' | 'pnpm' | 'yarn' | 'bun'

const lockFiles: ReadonlyMap<string, PackageManager> = new Map([
  ['package-lock.json', 'npm'],
  ['pnpm-lock.yaml', 'pnpm'],
  ['yarn.lock', 'yarn'],
  ['bun.lock', 'bun'],
  ['bun.lockb', 'bun'],
])

const names: readonly string[] = [...new Set(lockFiles.values())]

/** By its lock file or by `packageManager`, here or in a folder above, as in a monorepo; npm without either. */
export function readPackageManager(folder: string): PackageManager {
  const found =
    named(folder) ?? [...lockFiles].find(([file]) => existsSync(join(folder, file)))?.[1]
  if (found) return found
  const parent = dirname(folder)
  return parent === folder ? 'npm' : readPackageManager(parent)
}

function named(folder: string): PackageManager | undefined {
  try {
    const { packageManager } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    const name = String(packageManager).split('@')[0] ?? ''
    return names.includes(name) ? (name as PackageManager) : undefined
  } catch {
    // There is none, or it is broken: the command that needs it says so.
    return undefined
  }
}

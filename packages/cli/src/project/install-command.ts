import type { PackageManager } from './read-package-manager.ts'

/** What to type to install packages; `isTool` for those that no app contains. */
export function installCommand(
  manager: PackageManager,
  packages: readonly string[],
  { isTool = false } = {},
): string {
  const [verb, flag] = manager === 'npm' ? ['install', '--save-dev'] : ['add', '-D']
  return [manager, verb, ...(isTool ? [flag] : []), ...packages].join(' ')
}

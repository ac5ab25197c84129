import { spawnSync } from 'node:child_process'

/**
 * The files that Git could not bring back: changed, or not in the repository yet. All, where there is no Git.
 *
 * @param paths relative to the folder.
 */
export function unsavedFiles(folder: string, paths: readonly string[]): readonly string[] {
  if (paths.length === 0) return []
  const git = (...args: readonly string[]) =>
    spawnSync('git', args, { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
  const { status, stdout } = git('rev-parse', '--show-prefix')
  if (status !== 0) return paths
  const prefix = stdout.trim()
  // Names as they are, with NUL between them; a renamed file has its former name after it.
  const { stdout: listed } = git('status', '--porcelain=v1', '-z', '--untracked-files=all', '.')
  const changed = new Set<string>()
  const entries = listed.split('\0')
  for (let at = 0; at < entries.length; at += 1) {
    const entry = entries[at] ?? ''
    if (/^[RC]/.test(entry)) at += 1
    changed.add(entry.slice(3))
  }
  return paths.filter((path) => changed.has(`${prefix}${path}`))
}

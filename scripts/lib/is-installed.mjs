/**
 * Whether what npm says it installed is what the lock file requires. Optional packages are those
 * of other platforms, and links are our own workspaces.
 *
 * @param {{ packages: Record<string, object> }} lock package-lock.json
 * @param {{ packages: Record<string, object> } | undefined} installed node_modules/.package-lock.json
 */
export function isInstalled(lock, installed) {
  if (!installed) return false
  return Object.entries(lock.packages).every(([path, wanted]) => {
    if (!path.includes('node_modules/')) return true
    const found = installed.packages[path]
    if (!found) return wanted.optional === true || wanted.devOptional === true
    return found.version === wanted.version && found.resolved === wanted.resolved
  })
}

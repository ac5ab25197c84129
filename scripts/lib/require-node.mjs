const wanted = [20, 19]

/** @param {string} version e.g. `20.19.4` */
export function isNodeNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > wanted[0] || (major === wanted[0] && minor >= wanted[1])
}

/** Ends the process with one line of advice when this Node is too old. */
export function requireNode() {
  const { node } = process.versions
  if (isNodeNewEnough(node)) return
  process.stderr.write(
    `Node ${node} is too old: install Node ${wanted.join('.')} or newer from https://nodejs.org and try again.\n`,
  )
  process.exit(1)
}

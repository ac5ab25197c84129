/**
 * @param {import('./pack-release.mjs').PackedPackage[]} packed in the order of publishing
 * @returns {string} a table
 */
export function listRelease(packed) {
  const rows = packed.map(({ name, version, bytes, needs }) => [
    name,
    version,
    `--tag ${tagOf(version)}`,
    `${(bytes / 1000).toFixed(0)} kB`,
    Object.keys(needs).length > 0 ? `needs ${Object.keys(needs).join(', ')}` : '',
  ])
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)))
  const lines = rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column])).join('  '))
  return ['To publish, in this order:', '', ...lines.map((line) => `  ${line.trimEnd()}`)].join(
    '\n',
  )
}

/**
 * The tag of npm for a version. `npm install` takes no candidate unless its tag is named.
 *
 * @param {string} version
 * @returns {string} `latest`, or the name of the candidates as `rc`
 */
export function tagOf(version) {
  return /^\d+\.\d+\.\d+-([a-z]+)/.exec(version)?.[1] ?? 'latest'
}

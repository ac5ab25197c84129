import { root, toolCommand } from '../paths.mjs'
import { run } from '../run.mjs'

const timeoutMs = 120_000

/**
 * What knip finds in the repository: files, exports and dependencies that nothing uses.
 *
 * @returns {Promise<string[]>} one line for each problem
 */
export async function runKnip() {
  const { output } = await run(toolCommand('knip', '--no-progress', '--reporter=json'), {
    cwd: root,
    timeoutMs,
  })
  const { issues } = JSON.parse(output.slice(output.indexOf('{"issues"')))
  return issues.flatMap(({ file, ...kinds }) =>
    Object.entries(kinds)
      .filter(([, items]) => Array.isArray(items))
      .flatMap(([kind, items]) => items.map(({ name }) => `${file}: ${kind}: ${name}`)),
  )
}

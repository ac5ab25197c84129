import { toolCommand } from '../paths.mjs'
import { run } from '../run.mjs'

const timeoutMs = 60_000

/** The packages are ES modules: how CommonJS and old resolvers see them is no problem. */
const ignoredResolutions = ['node10', 'node16-cjs']

/**
 * What “Are the types wrong?” finds in tarballs.
 *
 * @param {{ name: string, tarball: string }[]} packed
 * @returns {Promise<string[]>} one line for each problem
 */
export async function runAttw(packed) {
  const found = await Promise.all(
    packed.map(async ({ name, tarball }) => {
      const parameters = [tarball, '--profile', 'esm-only', '--format', 'json']
      const { output } = await run(toolCommand('attw', ...parameters), { timeoutMs })
      const { problems = {} } = JSON.parse(output)
      return Object.values(problems)
        .flat()
        .filter(({ resolutionKind }) => !ignoredResolutions.includes(resolutionKind))
        .map((problem) => `${name}: ${JSON.stringify(problem)}`)
    }),
  )
  return found.flat()
}

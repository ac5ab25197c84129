import { readFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { root, toolCommand } from '../../paths.mjs'
import { run } from '../../run.mjs'
import { paint, say } from '../../say.mjs'
import { countVitest } from '../count-vitest.mjs'
import { sum } from '../format-results.mjs'
import { readReport } from '../read-report.mjs'

const timeoutMs = 20 * 60_000

/** Runs vitest in every workspace that has it, and over these scripts. */
export async function runUnit() {
  const projects = [...(await vitestWorkspaces()), { dir: 'scripts', parameters: ['run'] }]
  const results = []
  for (const project of projects) results.push(await runVitest(project))
  return sum(results)
}

/** @param {{ dir: string, parameters: string[] }} project */
async function runVitest({ dir, parameters }) {
  say(paint('cyan', dir))
  const report = join(root, 'test-results', 'unit', `${dir.replaceAll('/', '-')}.json`)
  const { code, isTimeout } = await run(
    toolCommand(
      'vitest',
      ...parameters,
      // Of two cores vitest would use one; and time-outs and locks are waited for more than computed.
      `--maxWorkers=${2 * availableParallelism()}`,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ),
    { cwd: join(root, dir), show: true, timeoutMs },
  )
  if (isTimeout) say(paint('red', `${dir} took too long and was stopped.`))
  return countVitest(await readReport(report), code)
}

/** Those whose `test` script is vitest, with its parameters. */
async function vitestWorkspaces() {
  const { packages } = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8'))
  const dirs = Object.keys(packages).filter((dir) => dir && !dir.includes('node_modules/'))
  const found = await Promise.all(
    dirs.map(async (dir) => {
      const { scripts } = JSON.parse(await readFile(join(root, dir, 'package.json'), 'utf8'))
      const [tool, ...parameters] = scripts?.test?.split(' ') ?? []
      return tool === 'vitest' ? [{ dir, parameters }] : []
    }),
  )
  return found.flat()
}

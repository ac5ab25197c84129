import { readFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { root, toolCommand } from '../../paths.mjs'
import { run } from '../../run.mjs'
import { paint, say } from '../../say.mjs'
import { countVitest } from '../count-vitest.mjs'
import { readFileTimes } from '../file-times.mjs'
import { sum } from '../format-results.mjs'
import { readReport } from '../read-report.mjs'

const timeoutMs = 20 * 60_000
/** While the last files of one project run alone, the next project uses the other cores. */
const projectsAtOnce = 2

/** Runs vitest in every workspace that has it, and over these scripts. */
export async function runUnit() {
  const queue = await vitestProjects()
  const outcomes = []
  const runNext = async () => {
    const project = queue.shift()
    if (project === undefined) return
    outcomes.push(await runVitest(project))
    await runNext()
  }
  await Promise.all(Array.from({ length: projectsAtOnce }, runNext))
  return { ...sum(outcomes), files: outcomes.flatMap(({ files }) => files) }
}

/** @param {{ dir: string, parameters: string[] }} project */
async function runVitest({ dir, parameters }) {
  const report = join(root, 'test-results', 'unit', `${dir.replaceAll('/', '-')}.json`)
  const { code, isTimeout, output } = await run(
    toolCommand(
      'vitest',
      ...parameters,
      // Tests wait for time-outs and locks more than they compute.
      `--maxWorkers=${availableParallelism()}`,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ),
    { cwd: join(root, dir), timeoutMs },
  )
  say(`${paint('cyan', dir)}\n${output.trimEnd()}\n`)
  if (isTimeout) say(paint('red', `${dir} took too long and was stopped.`))
  return {
    ...countVitest(await readReport(report), code),
    files: readFileTimes(output, dir),
  }
}

/**
 * The workspaces whose `test` script is vitest, with its parameters, and these scripts.
 *
 * @returns {Promise<{ dir: string, parameters: string[] }[]>}
 */
export async function vitestProjects() {
  const { packages } = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8'))
  const dirs = Object.keys(packages).filter((dir) => dir && !dir.includes('node_modules/'))
  const found = await Promise.all(
    dirs.map(async (dir) => {
      const { scripts } = JSON.parse(await readFile(join(root, dir, 'package.json'), 'utf8'))
      const [tool, ...parameters] = scripts?.test?.split(' ') ?? []
      return tool === 'vitest' ? [{ dir, parameters }] : []
    }),
  )
  return [...found.flat(), { dir: 'scripts', parameters: ['run'] }]
}

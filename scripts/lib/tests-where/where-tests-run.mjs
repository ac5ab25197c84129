import { execFileSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import ts from 'typescript'
import { readConsumers } from '../../consumers/read-consumers.mjs'
import { root } from '../paths.mjs'
import { longJobs } from '../test/long-jobs.mjs'
import { e2eSuite } from '../test/steps/e2e.mjs'
import { vitestProjects } from '../test/steps/unit.mjs'
import { findCommands } from './find-commands.mjs'
import { listFiles } from './list-files.mjs'

const testFile = /\.(?:test|spec)\.[cm]?[jt]sx?$|\.test-d\.tsx?$/

/**
 * Which test files of the repository `npm test` runs, which only `npm run test:long` runs, and
 * which nothing runs. The runners themselves list what they run.
 *
 * @returns {Promise<{ test: string[], long: string[], nowhere: string[] }>}
 */
export async function whereTestsRun() {
  const unit = (await vitestProjects()).map(({ dir, parameters }) => ({
    dir,
    words: ['vitest', ...parameters],
  }))
  const quickCommands = [
    ...unit,
    { dir: e2eSuite.dir, words: ['playwright', ...e2eSuite.parameters] },
  ]
  const jobs = await longJobs(root)
  const longCommands = (
    await Promise.all(jobs.map(({ dir, script }) => findCommands(dir, script)))
  ).flat()
  const lists = await listFiles([...quickCommands, ...longCommands])
  const filesOf = (commands) => commands.flatMap((command) => lists.get(command) ?? [])
  const quick = new Set([
    ...filesOf(quickCommands),
    ...(await typecheckedFiles()),
    ...consumerFiles({ isLong: false }),
  ])
  const long = new Set([...filesOf(longCommands), ...consumerFiles({ isLong: true })])
  const all = trackedFiles().filter((file) => testFile.test(file))
  return {
    test: all.filter((file) => quick.has(file)),
    long: all.filter((file) => !quick.has(file) && long.has(file)),
    nowhere: all.filter((file) => !quick.has(file) && !long.has(file)),
  }
}

function trackedFiles() {
  const parameters = ['ls-files', '--cached', '--others', '--exclude-standard']
  return execFileSync('git', parameters, { cwd: root, encoding: 'utf8' }).split('\n')
}

/** Tests of types are run by the compiler, in the projects of packages with a script `typecheck`. */
async function typecheckedFiles() {
  const configs = trackedFiles().filter((file) =>
    /^(?:packages|examples)\/\w+\/tsconfig\.json$/.test(file),
  )
  const found = await Promise.all(
    configs.map(async (config) => {
      const manifest = join(root, dirname(config), 'package.json')
      const { scripts } = JSON.parse(await readFile(manifest, 'utf8'))
      return scripts?.typecheck ? filesOfProject(join(root, config)) : []
    }),
  )
  return found.flat().filter((file) => /\.test-d\.tsx?$/.test(file))
}

/** @param {string} path of a tsconfig.json */
function filesOfProject(path) {
  const { config } = ts.readConfigFile(path, ts.sys.readFile)
  const { fileNames } = ts.parseJsonConfigFileContent(config, ts.sys, dirname(path))
  return fileNames.map((file) => relative(root, file))
}

/** The consumers run their own tests. */
function consumerFiles({ isLong }) {
  const folders = readConsumers()
    .filter((consumer) => consumer.isLong === isLong)
    .map(({ folder }) => `${relative(root, folder)}/`)
  return trackedFiles().filter((file) => folders.some((folder) => file.startsWith(folder)))
}

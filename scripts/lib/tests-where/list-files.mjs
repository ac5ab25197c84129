import { join, relative } from 'node:path'
import { root, toolCommand } from '../paths.mjs'
import { run } from '../run.mjs'
import { optionsOf } from './find-commands.mjs'

/** @typedef {import('./find-commands.mjs').Command} Command */

const timeoutMs = 5 * 60_000

/**
 * The test files that commands run, as their runners list them.
 *
 * @param {Command[]} commands
 * @returns {Promise<Map<Command, string[]>>} paths relative to the root
 */
export async function listFiles(commands) {
  const isVitest = ({ words }) => words[0] === 'vitest'
  const lists = await Promise.all([
    ...commands.filter(isVitest).map(async (command) => [command, await listVitest(command)]),
    listAllPlaywright(commands.filter((command) => !isVitest(command))),
  ])
  return new Map([...lists.slice(0, -1), ...lists.at(-1)])
}

/** @param {Command} command */
async function listVitest(command) {
  const selection = ['config', 'project'].flatMap((name) =>
    optionsOf(command, name).map((value) => `--${name}=${value}`),
  )
  const files = await runJson(command.dir, 'vitest', 'list', '--filesOnly', '--json', ...selection)
  return files.map(({ file }) => relative(root, file))
}

/**
 * One run for each configuration, of all its projects: a run loads every file.
 *
 * @param {Command[]} commands
 * @returns {Promise<[Command, string[]][]>}
 */
async function listAllPlaywright(commands) {
  const configs = new Map()
  for (const command of commands) {
    const key = [command.dir, ...optionsOf(command, 'config')].join(' ')
    configs.set(key, [...(configs.get(key) ?? []), command])
  }
  const lists = await Promise.all(
    [...configs.values()].map(async (group) => {
      const files = await listPlaywright(group[0])
      return group.map((command) => [command, files.filter(isIn(command)).map(({ path }) => path)])
    }),
  )
  return lists.flat()
}

/**
 * @param {Command} command
 * @returns {Promise<{ path: string, projects: Set<string> }[]>}
 */
async function listPlaywright(command) {
  const config = optionsOf(command, 'config').map((file) => `--config=${file}`)
  const parameters = ['test', '--list', '--reporter=json', ...config]
  const report = await runJson(command.dir, 'playwright', ...parameters)
  return report.suites.map((suite) => ({
    path: relative(root, join(report.config.rootDir, suite.file)),
    projects: new Set(projectsOf(suite)),
  }))
}

function projectsOf({ suites = [], specs = [] }) {
  return [
    ...specs.flatMap(({ tests }) => tests.map(({ projectName }) => projectName)),
    ...suites.flatMap(projectsOf),
  ]
}

/** Whether a command takes a file in one of its projects. @param {Command} command */
function isIn(command) {
  const patterns = optionsOf(command, 'project').map(
    (pattern) => new RegExp(`^${pattern.replaceAll('*', '.*')}$`),
  )
  return ({ projects }) =>
    patterns.length === 0 ||
    [...projects].some((project) => patterns.some((pattern) => pattern.test(project)))
}

/**
 * @param {string} dir
 * @param {'vitest' | 'playwright'} tool
 * @param {string[]} parameters
 */
async function runJson(dir, tool, ...parameters) {
  const { output } = await run(toolCommand(tool, ...parameters), {
    cwd: join(root, dir),
    timeoutMs,
  })
  const start = output.search(/^[[{]/m)
  const end = Math.max(output.lastIndexOf('\n]'), output.lastIndexOf('\n}'))
  if (start === -1) throw new Error(`${tool} ${parameters.join(' ')} in ${dir}: ${output}`)
  const list = JSON.parse(output.slice(start, end + 2))
  if (list.errors?.length > 0) throw new Error(`${dir}: ${list.errors[0].message}`)
  return list
}

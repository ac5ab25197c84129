import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { UsageError } from '../parse-command.mjs'

/**
 * @typedef {object} LongJob
 * @property {string} name `machine`, `e2e:sweeps`; of the root's scripts the part after `test:long:`
 * @property {string} dir relative to the root
 * @property {string} script
 */

/**
 * The scripts `test:long` and `test:long:NAME` of every workspace and of every other folder at the root that has a
 * package.json; of the root only those with a name, as `test:long` there is what runs them.
 *
 * @param {string} root
 * @returns {Promise<LongJob[]>} sorted by name
 */
export async function longJobs(root) {
  const jobs = []
  for (const dir of ['', ...(await packageDirs(root))]) {
    const { scripts = {} } = JSON.parse(await readFile(join(root, dir, 'package.json'), 'utf8'))
    for (const script of Object.keys(scripts)) {
      const name = jobName(dir, script)
      if (name) jobs.push({ name, dir, script })
    }
  }
  return jobs.sort((one, other) => one.name.localeCompare(other.name))
}

/**
 * @param {LongJob[]} jobs
 * @param {string[] | undefined} only names, or the part before a colon; all jobs without
 * @throws UsageError for a name that no job has
 */
export function chooseJobs(jobs, only) {
  if (!only) return jobs
  const fits = (wanted) => (job) => job.name === wanted || job.name.startsWith(`${wanted}:`)
  const unknown = only.find((wanted) => !jobs.some(fits(wanted)))
  if (unknown !== undefined) {
    const names = jobs.map(({ name }) => name).join(', ')
    throw new UsageError(`Unknown name "${unknown}"; there are ${names}`)
  }
  return jobs.filter((job) => only.some((wanted) => fits(wanted)(job)))
}

/**
 * The jobs of one part of several that take about as long. Each job goes to the part that has least, the longest first.
 *
 * @param {LongJob[]} jobs
 * @param {string | undefined} shard `2/4` is the second of four; all jobs without
 * @param {Readonly<Record<string, number>>} seconds of each job, by name
 * @throws UsageError for another form, or a part that does not exist
 */
export function shardOf(jobs, shard, seconds) {
  if (shard === undefined) return jobs
  const [, index, count] = (/^([1-9]\d?)\/([1-9]\d?)$/.exec(shard) ?? []).map(Number)
  if (!(index <= count)) throw new UsageError(`--shard is "${shard}", not like "2/4"`)
  const secondsOf = ({ name }) => seconds[name] ?? 0
  const parts = Array.from({ length: count }, () => ({ sum: 0, jobs: new Set() }))
  for (const job of jobs.toSorted((one, other) => secondsOf(other) - secondsOf(one))) {
    const part = parts.reduce((least, other) => (other.sum < least.sum ? other : least))
    part.jobs.add(job)
    part.sum += secondsOf(job)
  }
  return jobs.filter((job) => parts[index - 1].jobs.has(job))
}

function jobName(dir, script) {
  const [, part] = /^test:long(?::(.+))?$/.exec(script) ?? [undefined, null]
  if (part === null) return undefined
  if (dir === '') return part
  return part ? `${basename(dir)}:${part}` : basename(dir)
}

/** Workspaces as the lock file lists them, and folders that are none on purpose. */
async function packageDirs(root) {
  const { packages } = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8'))
  const workspaces = Object.keys(packages).filter((dir) => dir && !dir.includes('node_modules/'))
  const folders = await readdir(root, { withFileTypes: true })
  const others = await Promise.all(
    folders
      .filter((entry) => entry.isDirectory() && entry.name !== 'node_modules')
      .map(async ({ name }) =>
        (await readdir(join(root, name))).includes('package.json') ? [name] : [],
      ),
  )
  return [...new Set([...workspaces, ...others.flat()])]
}

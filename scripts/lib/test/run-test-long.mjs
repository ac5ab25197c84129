import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseCommand, UsageError } from '../parse-command.mjs'
import { npmCommand, root } from '../paths.mjs'
import { run } from '../run.mjs'
import { say } from '../say.mjs'
import { turbo } from '../turbo.mjs'
import { readFileTimes } from './file-times.mjs'
import { chooseJobs, longJobs, shardOf } from './long-jobs.mjs'
import { runSteps } from './run-steps.mjs'
import { command } from './steps/command.mjs'

const limitMinutes = 60
/** How long each job takes on 2 cores, in seconds: for `--shard`. */
const secondsFile = new URL('long-seconds.json', import.meta.url)
/** As Automake has it: what the script needs is not on this machine. */
const skippedCode = 77

/** @param {string[]} names */
const helpFor = (names) => `npm run test:long: what takes too long for each "npm test".

Installs what is missing, builds, then runs each script "test:long" or "test:long:NAME" of the workspaces, of other
folders at the root that have a package.json, and of the root, all of them even if one fails. What needs no browser
runs beside what needs one; benches run alone, at the end. The output of a script appears when it ends.
Each may take ${limitMinutes} minutes and counts as one. A script that ends with code ${skippedCode} is counted as skipped.

  npm run test:long -- --only NAME   may be given several times; "e2e" stands for all "e2e:…"
  npm run test:long -- --shard 2/4   the second of four parts that take about as long, for machines side by side
  npm run test:long -- --help        shows this

Names: ${names.join(', ')}`

/**
 * @param {string[]} argv
 * @returns {Promise<number>} exit code
 */
export async function runTestLong(argv) {
  try {
    const options = parseCommand(argv, {
      only: { type: 'string', multiple: true },
      shard: { type: 'string' },
    })
    const jobs = await longJobs(root)
    const seconds = JSON.parse(await readFile(secondsFile, 'utf8'))
    const chosen = shardOf(chooseJobs(jobs, options.only), options.shard, seconds)
    if (!options.help) return await runSteps(stagesOf(chosen))
    say(helpFor(jobs.map(({ name }) => name)))
    return 0
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    say(error.message)
    return 2
  }
}

const build = { title: 'Build', run: command(() => turbo('build')) }

/**
 * Two lanes: browsers wait for pages, and the other jobs use that time. What is measured runs alone.
 *
 * @param {import('./long-jobs.mjs').LongJob[]} jobs
 */
export function stagesOf(jobs) {
  const isBench = ({ name }) => name === 'bench'
  const hasBrowser = ({ dir }) => dir.startsWith('examples/')
  const others = jobs.filter((job) => !isBench(job))
  const lanes = [
    others.filter(hasBrowser),
    others.filter((job) => !hasBrowser(job)),
    jobs.filter(isBench),
  ].map((lane) => lane.map(toStep))
  return [[[build]], lanes.slice(0, 2), lanes.slice(2)]
}

/** @param {import('./long-jobs.mjs').LongJob} job */
const toStep = ({ name, dir, script }) => ({
  title: name,
  async run() {
    const { code, isTimeout, output } = await run(npmCommand('run', '--silent', script), {
      cwd: join(root, dir),
      timeoutMs: limitMinutes * 60_000,
    })
    say(output.trimEnd())
    if (isTimeout) say(`${name} took longer than ${limitMinutes} minutes and was stopped.`)
    return { ...countExit(code), files: readFileTimes(output, dir) }
  },
})

/**
 * @param {number} code exit code of a script
 * @returns {import('./format-results.mjs').Counts}
 */
export function countExit(code) {
  const isSkipped = code === skippedCode
  const isPassed = code === 0
  return {
    passed: isPassed ? 1 : 0,
    failed: isPassed || isSkipped ? 0 : 1,
    skipped: isSkipped ? 1 : 0,
  }
}

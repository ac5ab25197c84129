import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseCommand, UsageError } from '../lib/parse-command.mjs'
import { say } from '../lib/say.mjs'
import { checkConsumer } from './check-consumer.mjs'
import { chooseConsumers } from './choose-consumers.mjs'
import { exitCode, missingCode } from './exit-code.mjs'
import { packPackages } from './pack-packages.mjs'
import { readConsumers } from './read-consumers.mjs'

/** @typedef {import('./check-consumer.mjs').Result} Result */

const options = {
  short: { type: 'boolean', default: false },
  long: { type: 'boolean', default: false },
  only: { type: 'string', multiple: true },
  jobs: { type: 'string', default: String(Math.min(4, availableParallelism())) },
  json: { type: 'boolean', default: false },
  keep: { type: 'boolean', default: false },
}

/** @param {string[]} names */
function helpFor(names) {
  return `npm run consumers: projects that use the packed packages, as their users do.

Packs every package, then copies each project of consumers/ into a temporary folder, installs the tarballs and what the
project needs from the npm registry, and runs its "check": a build, types, or a sign-in at a local Cognito in Chromium, in
a server or in another runtime. Needs the build of the packages, which "npm run consumers" makes first.

  npm run consumers -- --only NAME   may be given several times
  npm run consumers -- --short       the projects that need only what is installed in this repository: no network
  npm run consumers -- --long        the others
  npm run consumers -- --jobs N      so many at a time; else as many as there are processors, at most 4
  npm run consumers -- --json        one object on stdout: { NAME: { ok, versions, seconds, reason? } }
  npm run consumers -- --keep        keeps the temporary folders, and says where they are
  npm run consumers -- --help        shows this

Exit code: 0 if all are ok, 1 if any is not, ${missingCode} if some could not run here, for the reason that is given.

Names: ${names.join(', ')}`
}

/**
 * @param {string[]} argv
 * @returns {Promise<number>} exit code
 */
export async function runConsumers(argv) {
  try {
    const values = parseCommand(argv, options)
    const all = readConsumers()
    if (values.help) {
      say(helpFor(all.map(({ name }) => name)))
      return 0
    }
    return await tryAll(chooseConsumers(all, values), values)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    process.stderr.write(`${error.message}\n`)
    return 2
  }
}

async function tryAll(consumers, { json, keep, jobs }) {
  if (!/^[1-9]\d*$/.test(jobs)) throw new UsageError(`--jobs is ${jobs}, not a number from 1 on`)
  const show = json ? (line) => process.stderr.write(`${line}\n`) : say
  const workplace = mkdtempSync(join(tmpdir(), 'authchart-consumers-'))
  /** @type {Map<string, Result>} */
  const found = new Map()
  try {
    const packed = packPackages(join(workplace, 'packed'))
    const left = [...consumers]
    const work = async () => {
      for (let consumer = left.shift(); consumer; consumer = left.shift()) {
        const { name } = consumer
        const to = join(workplace, name)
        const result = await checkConsumer(consumer, packed, to)
        found.set(name, result)
        show(lineOf(name, result))
        // Some install hundreds of megabytes.
        if (!keep) rmSync(to, { recursive: true, force: true })
      }
    }
    await Promise.all(Array.from({ length: Number(jobs) }, work))
  } finally {
    if (keep) show(workplace)
    else rmSync(workplace, { recursive: true, force: true })
  }
  const results = consumers.map(({ name }) => [name, found.get(name)])
  if (json) say(JSON.stringify(Object.fromEntries(results), undefined, 2))
  return exitCode([...found.values()])
}

/** @param {Result} result */
function lineOf(name, { ok, isMissing, seconds, reason }) {
  const line = `${ok ? '✓' : isMissing ? '-' : '✗'} ${name} ${seconds} s`
  return reason ? `${line}\n${reason}` : line
}

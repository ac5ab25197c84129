import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
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

async function tryAll(consumers, { json, keep }) {
  const show = json ? (line) => process.stderr.write(`${line}\n`) : say
  const workplace = mkdtempSync(join(tmpdir(), 'authchart-consumers-'))
  /** @type {Record<string, Result>} */
  const results = {}
  try {
    const packed = packPackages(join(workplace, 'packed'))
    for (const consumer of consumers) {
      const { name } = consumer
      const to = join(workplace, name)
      results[name] = await checkConsumer(consumer, packed, to)
      show(lineOf(name, results[name]))
      // Some install hundreds of megabytes.
      if (!keep) rmSync(to, { recursive: true, force: true })
    }
  } finally {
    if (keep) show(workplace)
    else rmSync(workplace, { recursive: true, force: true })
  }
  if (json) say(JSON.stringify(results, undefined, 2))
  return exitCode(Object.values(results))
}

/** @param {Result} result */
function lineOf(name, { ok, isMissing, seconds, reason }) {
  const line = `${ok ? '✓' : isMissing ? '-' : '✗'} ${name} ${seconds} s`
  return reason ? `${line}\n${reason}` : line
}

// Finds the contracts of five UIs, walks through each with what was found, and prints one line of JSON for each.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { payloads } from '@authchart/testing'
import { findBrowser } from '../../../../../scripts/lib/browser/find-browser.mjs'
import { changedContract, changedUi, judged } from './changed-table.mjs'
import { configOf, serveUi } from './serve-uis.mjs'
import { walkThrough } from './walk-through.mjs'

/** A token comes from a call of the app. Configured as here, the account has no passkeys. */
const ofExamples = [
  'actions.signIn.federate',
  ...['actions.signedIn.registerPasskey', 'actions.signedIn.deletePasskey'],
]

/** What each UI leaves out on purpose: it cannot be found. */
const leftOut = {
  react: ofExamples,
  vue: ofExamples,
  wizard: ofExamples,
  table: [
    ...['routes.redirecting', 'actions.signIn.redirect', 'actions.signUp.redirect'],
    ...['actions.redirecting.cancel', 'actions.signIn.federate'],
    ...['actions.signedIn.setMfaPreference', 'actions.signedIn.rememberDevice'],
    'actions.signedIn.forgetDevice',
  ],
  german: [
    ...['routes.redirecting', 'actions.signIn.redirect', 'actions.signUp.redirect'],
    ...['actions.redirecting.cancel', 'actions.signIn.federate'],
    ...['routes.customChallenge', 'actions.customChallenge.submit'],
    'actions.customChallenge.cancel',
    ...['routes.setupEmail', 'actions.setupEmail.submit', 'actions.setupEmail.cancel'],
    ...['actions.go.confirmSignUp', 'actions.go.resetPassword'],
    ...['actions.signedIn.setMfaPreference', 'actions.signedIn.rememberDevice'],
    ...['actions.signedIn.forgetDevice', 'actions.signedIn.deleteAttributes'],
  ],
}

const actionCount = Object.keys(payloads).filter(
  (type) => !/^(session|account|link)\./.test(type),
).length
const chosen = process.argv.slice(2)
const names = chosen.length > 0 ? chosen : Object.keys(leftOut)
const browser = await findBrowser()
const command = fileURLToPath(new URL('../../../bin/authchart-test.mjs', import.meta.url))
// In the package, so that contracts find what they import.
const folder = await mkdtemp(
  fileURLToPath(new URL('../../../node_modules/.found-', import.meta.url)),
)
const configFile = join(folder, 'config.json')
await writeFile(configFile, JSON.stringify(configOf('react')))
let isRight = true

for (const name of names) {
  const { url, close } = await serveUi(name)
  try {
    const out = join(folder, name, 'ui.ts')
    await mkdir(join(folder, name))
    const isOwn = name === 'table' || name === 'german'
    const more = ['--browser', browser, '--json', ...(isOwn ? [] : ['--config', configFile])]
    const found = JSON.parse(await run(['init', url, '--out', out, ...more]))
    // A locator that leads elsewhere on any walk is wrong.
    const checked = JSON.parse(await run(['init', url, '--check', '--contract', out, ...more]))
    const begun = performance.now()
    const config = configOf(name)
    const first = await walkThrough({ url, file: out, browser, config })
    const firstRunMs = found.ms + performance.now() - begun
    const broken = checked.broken.map((/** @type {{ name: string }} */ { name }) => name)
    const wrong = [...broken, ...first.wrong]
    isRight &&= wrong.length === 0
    const line = {
      name,
      ...figuresOf(name, found),
      minutes: round(found.ms / 60_000),
      walks: found.walks,
      wrong,
      firstRun: `${first.passed} of ${first.walks} walks`,
      // From the command to the end of the first walks.
      firstRunMinutes: round(firstRunMs / 60_000),
      load: loadavg().map(round),
    }
    process.stdout.write(`${JSON.stringify(line)}\n`)
    if (name === 'table') await checkChanged(out, more)
  } finally {
    close()
  }
}
await rm(folder, { recursive: true })
process.exitCode = isRight ? 0 : 1

/**
 * Changes the UI and its contract in several places: the check has to name each of them, and nothing else.
 *
 * @param {string} found
 * @param {string[]} more
 */
async function checkChanged(found, more) {
  const { url, close } = await serveUi('table', changedUi)
  try {
    const contract = join(folder, 'table', 'changed.ts')
    await writeFile(contract, changedContract(await readFile(found, 'utf8')))
    const { broken } = JSON.parse(
      await run(['init', url, '--check', '--contract', contract, ...more]),
    )
    const { wrong, notRight, ...figures } = judged(broken)
    isRight &&= wrong.length === 0 && notRight.length === 0
    const line = { name: 'table, changed', ...figures, notRight, wrong }
    process.stdout.write(`${JSON.stringify(line)}\n`)
  } finally {
    close()
  }
}

/** @param {string[]} args */
async function run(args) {
  const child = spawn(process.execPath, [command, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let text = ''
  child.stdout.on('data', (part) => {
    text += part
  })
  await once(child, 'close')
  return text
}

/** @param {number} value */
function round(value) {
  return Math.round(value * 10) / 10
}

/**
 * @param {string} name
 * @param {{ gaps: { name: string }[] }} found
 */
function figuresOf(name, { gaps }) {
  /** @type {Record<string, string[]>} */
  const absent = leftOut
  const missing = gaps.map((gap) => gap.name).filter((gap) => !absent[name]?.includes(gap))
  const offered = (/** @type {'routes' | 'actions'} */ part, /** @type {number} */ all) =>
    all - (absent[name] ?? []).filter((gap) => gap.startsWith(part)).length
  const share = (/** @type {'routes' | 'actions'} */ part, /** @type {number} */ all) => {
    const there = offered(part, all)
    const lost = missing.filter((gap) => gap.startsWith(part)).length
    return `${there - lost} of ${there} (${Math.round((100 * (there - lost)) / there)} %)`
  }
  return { routes: share('routes', 17), actions: share('actions', actionCount), missing }
}

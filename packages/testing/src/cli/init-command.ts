import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { parseConfig } from '@authchart/machine/cognito'
import type { Browser, Page } from '@playwright/test'
import type { Ui } from '../contract/define-ui.ts'
import type { AppConfig } from '../find/discover.ts'
import { findContract } from '../find/find-contract.ts'
import { FindError } from '../find/find-error.ts'
import type { FoundUi } from '../find/found-ui.ts'
import { proposalFor } from '../find/proposals.ts'
import { writeContract } from '../find/write-contract.ts'
import type { Command } from './command.ts'
import { contractExports } from './contract-exports.ts'
import { loadContract } from './load-contract.ts'
import { readArgs, readJson } from './read-options.ts'
import { UsageError } from './usage-error.ts'

const help = `Usage: authchart-test init URL [options]

Opens a running UI on scripted answers of Cognito, walks through its screens in Chromium, and proposes the contract:
how each screen is recognised, and how each action is done. What it does not find is a gap that does not compile until
it is filled in, with a picture beside the file.

  URL               Where the app runs; the page begins with the sign-in screen
  --out FILE        Where to write the contract; default tests/auth-ui.ts
  --force           Write over FILE
  --config FILE     The app's configuration as JSON; default: what its first request shows
  --contract FILE   A contract that you have; with --check
  --check           Write nothing: list the members that no longer work, with what to write instead
  --browser FILE    The program of the browser; default: Playwright's Chromium
  --json            Print one line of JSON: { config, routes, actions, gaps, notOn, broken, walks, ms }
  -h, --help        Show this help
`

export const init: Command = {
  help,
  async run(args) {
    const { values, positionals } = readArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        out: { type: 'string', default: 'tests/auth-ui.ts' },
        force: { type: 'boolean', default: false },
        config: { type: 'string' },
        contract: { type: 'string' },
        check: { type: 'boolean', default: false },
        browser: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    })
    const [url] = positionals
    if (
      url === undefined ||
      !/^https?:\/\/./.test(url) ||
      !URL.canParse(url) ||
      positionals.length > 1
    ) {
      throw new UsageError('URL is needed: where the app runs, e.g. http://localhost:5173.')
    }
    const { out, force, check, contract } = values
    if (check !== (contract !== undefined)) {
      throw new UsageError('--check and --contract FILE go together.')
    }
    if (!check && !force && existsSync(out)) {
      throw new Error(`${out} exists: --force writes over it, --out names another file.`)
    }
    const known = contract === undefined ? undefined : await readContract(contract)
    const config = values.config === undefined ? undefined : readConfig(values.config)
    const browser = await launch(values.browser)
    const progress = (line: string) => process.stderr.write(`${line}\n`)
    const found = await findContract({ browser, url, config, known, progress }).finally(() =>
      browser.close(),
    )
    const written = check ? [] : writeFiles(out, url, found)
    const exitCode = check && found.broken.length > 0 ? { exitCode: 1 } : {}
    if (values.json) return { output: `${JSON.stringify(figuresOf(found))}\n`, ...exitCode }
    return { output: check ? brokenOf(found) : summaryOf(found, written), ...exitCode }
  },
}

async function readContract(file: string): Promise<Ui<Page>> {
  if (!existsSync(file)) throw new Error(`There is no ${file}`)
  const { ui, reason } = await loadContract(file, contractExports(file, 'playwright').ui)
  if (!ui) throw new Error(`${file} does not run: ${reason}`)
  return ui as Ui<never> as unknown as Ui<Page>
}

function readConfig(file: string): AppConfig {
  const config = readJson(file)
  try {
    parseConfig(config)
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`)
  }
  return config as AppConfig
}

async function launch(executablePath: string | undefined): Promise<Browser> {
  // Loaded here: no other command needs it, and it is an optional peer.
  const { chromium } = await import('@playwright/test').catch(() => {
    throw new Error('init needs Playwright: npm install --save-dev @playwright/test')
  })
  if (executablePath !== undefined && !existsSync(executablePath)) {
    throw new FindError('noBrowser', `There is no ${executablePath}: --browser names the program.`)
  }
  try {
    return await chromium.launch(executablePath === undefined ? {} : { executablePath })
  } catch (error) {
    const [why] = String(error instanceof Error ? error.message : error).split('\n')
    throw new FindError(
      'noBrowser',
      `Chromium does not start: ${why}\nInstall it with npx playwright install chromium, or name another one with --browser FILE.`,
    )
  }
}

/** Writes the contract, and a picture of each gap beside it. */
function writeFiles(out: string, url: string, found: FoundUi): readonly string[] {
  const pictures = `${basename(out).replace(/\.\w+$/, '')}-gaps`
  const folder = join(dirname(out), pictures)
  mkdirSync(dirname(out), { recursive: true })
  writeFileSync(out, writeContract(found, { url, pictures: `./${pictures}` }))
  const taken = found.gaps.filter(({ picture }) => picture)
  if (taken.length > 0) mkdirSync(folder, { recursive: true })
  for (const { name, picture = '' } of taken) writeFileSync(join(folder, `${name}.png`), picture)
  return [out, ...(taken.length > 0 ? [`${folder}/ (${taken.length} pictures)`] : [])]
}

const found = ({ routes, actions }: FoundUi) => ({
  routes: routes.size,
  actions: new Set([...actions.keys()].map((name) => name.split(' ')[0])).size,
})

function figuresOf(ui: FoundUi) {
  const { gaps, notOn, walks, ms } = ui
  const broken = ui.broken.map((name) => ({ name, proposal: proposalFor(ui, name) }))
  const named = gaps.map(({ name, why }) => ({ name, why }))
  return { config: ui.config, ...found(ui), gaps: named, notOn, broken, walks, ms }
}

function summaryOf(ui: FoundUi, written: readonly string[]): string {
  const { routes, actions } = found(ui)
  const { gaps, walks, ms } = ui
  return [
    `Found ${routes} screens and ${actions} actions in ${walks} walks, ${Math.round(ms / 1000)} s.`,
    ...written.map((file) => `  ${file}`),
    ...(gaps.length > 0 ? ['', 'Fill in, or mark as absent:'] : []),
    ...gaps.map(({ name, why }) => `  ${name}: ${why}`),
    '',
  ].join('\n')
}

function brokenOf(ui: FoundUi): string {
  if (ui.broken.length === 0) return 'Everything in the contract works.\n'
  const lines = ui.broken.map((name) => {
    const proposal = proposalFor(ui, name)
    if (proposal === undefined) return `${name} does not work, and nothing was found instead.`
    return `${name} does not work. Write:\n${proposal.trimEnd()}`
  })
  return `${lines.join('\n')}\n`
}

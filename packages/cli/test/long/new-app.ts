import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { findBrowser } from '../../../../scripts/lib/browser/find-browser.mjs'
import { npmCommand } from '../../../../scripts/lib/paths.mjs'

export interface Packed {
  readonly name: string
  readonly tarball: string
}

/** A template of Vite: with `-ts` the app has TypeScript. */
export type ViteTemplate = `${'react' | 'vue' | 'vanilla'}${'' | '-ts'}`

/** An app as `npm create vite` makes it, in which ours are installed from their tarballs. */
export class NewApp {
  readonly folder: string

  readonly #template: ViteTemplate
  readonly #packed: readonly Packed[]

  constructor(workplace: string, template: ViteTemplate, packed: readonly Packed[]) {
    this.#template = template
    this.#packed = packed
    mkdirSync(workplace, { recursive: true })
    npm(
      workplace,
      'create',
      '-y',
      'vite@9',
      template,
      '--',
      '--template',
      template,
      '--no-interactive',
    )
    this.folder = join(workplace, template)
  }

  /** Ours depend on each other by a version that no registry has. `others` are tools by their versions. */
  install(others: Readonly<Record<string, string>>): void {
    const manifest = JSON.parse(this.read('package.json'))
    const tarballs = Object.fromEntries(
      this.#packed.map(({ name, tarball }) => [name, `file:${tarball}`]),
    )
    const only = (names: readonly string[]) =>
      Object.fromEntries(names.map((name) => [name, tarballs[name]]))
    const [framework = ''] = this.#template.split('-')
    const packages = this.#packed
      .map(({ name }) => name)
      .filter((name) => ['@authchart/machine', `@authchart/${framework}`].includes(name))
    const tools = ['authchart', '@authchart/sandbox', '@authchart/testing']
    const unused = this.#packed
      .map(({ name }) => name)
      .filter((name) => ![...packages, ...tools].includes(name))
    const changed = {
      ...manifest,
      dependencies: { ...manifest.dependencies, ...only(packages) },
      devDependencies: {
        ...manifest.devDependencies,
        ...only(tools),
        ...others,
      },
      overrides: only(unused),
    }
    writeFileSync(join(this.folder, 'package.json'), JSON.stringify(changed, null, 2))
    this.npm('install', '--prefer-offline', '--no-audit', '--no-fund', '--silent')
  }

  /** Starts `npx authchart …`. */
  authchart(...args: readonly string[]): string {
    return this.npm('exec', '--no', '--', 'authchart', ...args)
  }

  npm(...args: readonly string[]): string {
    return npm(this.folder, ...args)
  }

  read(path: string): string {
    return readFileSync(join(this.folder, path), 'utf8')
  }

  write(path: string, text: string): void {
    writeFileSync(join(this.folder, path), text)
  }

  /** Changes one place in a file. */
  change(path: string, from: string, to: string): void {
    const text = this.read(path)
    if (text.split(from).length !== 2) throw new Error(`${path} has not once “${from}”`)
    this.write(path, text.replace(from, to))
  }

  /** The browser of this machine, in place of one that Playwright would download. */
  async useBrowser(): Promise<void> {
    const executablePath = JSON.stringify(await findBrowser())
    const options = `launchOptions: { executablePath: ${executablePath}, args: ['--disable-gpu'] }`
    this.change(
      'playwright.config.ts',
      "4173' },\n  webServer",
      `4173', ${options} },\n  webServer`,
    )
  }
}

/** The version that this repository has: no other browser is needed. */
export function playwrightVersion(): string {
  const manifest = new URL(
    '../../../../node_modules/@playwright/test/package.json',
    import.meta.url,
  )
  return JSON.parse(readFileSync(manifest, 'utf8')).version
}

function npm(cwd: string, ...args: readonly string[]): string {
  const [command = '', ...parameters] = npmCommand(...args)
  try {
    return execFileSync(command, parameters, {
      cwd,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        NODE_OPTIONS: '',
        FORCE_COLOR: '0',
        VITEST: undefined,
        NODE_ENV: undefined,
      },
    })
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: string; stderr?: string }
    throw new Error(`npm ${args.join(' ')}:\n${stdout}\n${stderr}`)
  }
}

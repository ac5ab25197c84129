import type { WantedFile } from '../files/file-plan.ts'
import type { Language } from '../screens/templates.ts'
import { type CallName, callsIn, callsText } from './calls-text.ts'
import type { CodeFile } from './code-file.ts'
import type { MovedConfig } from './moved-config.ts'

interface AuthFilesOptions {
  /** Without an extension, e.g. `src/auth`. */
  readonly authModule: string
  /** Without an extension, e.g. `src/auth-calls`. */
  readonly callsModule: string
  readonly language: Language
  /** The text of the file with the calls, from a run before. */
  readonly formerCalls: string | undefined
  /** A run before, or the developer, has written the file of the auth. */
  readonly hasAuth: boolean
  /** Other parts of Amplify are in use, e.g. `aws-amplify/data`: it stays configured. */
  readonly hasOtherCategories: boolean
  /** Without an extension: what `authchart add` copies. */
  readonly screensModule: string
}

/** The files of the app's auth: what the rewritten code needs of them. */
export class AuthFiles {
  readonly #options: AuthFilesOptions
  readonly #calls = new Set<CallName>()
  #config: MovedConfig | undefined
  #usesCredentials = false

  constructor(options: AuthFilesOptions) {
    this.#options = options
    for (const name of callsIn(options.formerCalls ?? '')) this.#calls.add(name)
  }

  get authModule(): string {
    return this.#options.authModule
  }

  /** Whether the auth is configured, by this run or one before. */
  get hasConfig(): boolean {
    return this.#config !== undefined || this.#options.hasAuth
  }

  get hasOtherCategories(): boolean {
    return this.#options.hasOtherCategories
  }

  get screensModule(): string {
    return this.#options.screensModule
  }

  get usesCredentials(): boolean {
    return this.#usesCredentials
  }

  /** The local name of `auth` in a file. */
  authIn(file: CodeFile): string {
    return file.importFromApp(this.#options.authModule, 'auth')
  }

  /** The local name of a function of the calls in a file. */
  callIn(file: CodeFile, name: CallName): string {
    this.#calls.add(name)
    return file.importFromApp(this.#options.callsModule, name)
  }

  useCredentials(): void {
    this.#usesCredentials = true
  }

  setConfig(config: MovedConfig): void {
    this.#config = config
  }

  /** The files to write. */
  files(): readonly WantedFile[] {
    const { authModule, callsModule, language, formerCalls } = this.#options
    const config = this.#config
    const calls = [...this.#calls]
    const text = callsText(calls, language, authModule.split('/').at(-1) ?? 'auth')
    return [
      ...(config ? [{ path: `${authModule}.${language}`, text: this.#authText(config) }] : []),
      ...(calls.length > 0
        ? [{ path: `${callsModule}.${language}`, text, isEdit: formerCalls !== undefined }]
        : []),
    ]
  }

  #authText({ imports, declarations, config }: MovedConfig): string {
    return [
      "import { createAuth, readEntry } from '@authchart/machine'",
      ...(this.#usesCredentials
        ? ["import { identityPool } from '@authchart/machine/identity-pool'"]
        : []),
      ...imports,
      '',
      ...declarations.flatMap((text) => [text, '']),
      '/** One for the whole app: it outlives every component. */',
      `export const auth = createAuth(${objectText([
        config === 'config' ? 'config' : `config: ${config}`,
        ...(this.#usesCredentials ? ['identityPool'] : []),
        'entry: readEntry()',
      ])})`,
      '',
    ].join('\n')
  }
}

/** On one line if it is short. */
function objectText(members: readonly string[]): string {
  const text = members.join(', ')
  if (text.length < 60 && !text.includes('\n')) return `{ ${text} }`
  const lines = members.map((member) => `  ${member.replaceAll('\n', '\n  ')},\n`)
  return `{\n${lines.join('')}}`
}

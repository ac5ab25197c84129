import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Framework, frameworks, type Language } from '../screens/templates.ts'
import { UsageError } from '../usage-error.ts'
import { type PackageManager, readPackageManager } from './read-package-manager.ts'

/** What a package.json says about an app, and what is beside it. */
export interface Project {
  readonly folder: string
  readonly manifest: Manifest
  /** The text of package.json, to change a part of it. */
  readonly manifestText: string
  /** `undefined` if it has none of them, or several. */
  readonly framework: Framework | undefined
  /** Its package.json lists the folders of other apps. */
  readonly isMonorepo: boolean
  readonly language: Language
  readonly packageManager: PackageManager
  /** Where the sources are: `src`, or the folder itself (`.`). */
  readonly sources: string
}

export interface Manifest {
  readonly workspaces?: unknown
  readonly scripts?: Readonly<Record<string, string>>
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
}

/** @throws Error if there is no package.json, or none that can be read. */
export function readProject(folder: string): Project {
  const file = join(folder, 'package.json')
  if (!existsSync(file)) {
    throw new Error(
      `There is no package.json in ${folder}. Run this in the folder of your app; a new one: npm create vite@latest`,
    )
  }
  const manifestText = readFileSync(file, 'utf8')
  const manifest = parse(file, manifestText)
  const found = frameworks.filter((name) => has(manifest, name))
  const isTypeScript = has(manifest, 'typescript') || existsSync(join(folder, 'tsconfig.json'))
  return {
    folder,
    manifest,
    manifestText,
    framework: found.length === 1 ? found[0] : undefined,
    isMonorepo:
      manifest.workspaces !== undefined || existsSync(join(folder, 'pnpm-workspace.yaml')),
    language: isTypeScript ? 'ts' : 'js',
    packageManager: readPackageManager(folder),
    sources: existsSync(join(folder, 'src')) ? 'src' : '.',
  }
}

/** Whether an app depends on a package, or needs it as a tool. */
export function has({ dependencies, devDependencies }: Manifest, name: string): boolean {
  return Object.hasOwn({ ...dependencies, ...devDependencies }, name)
}

/** Why the framework of an app is unknown; `hint` says how to name one. */
export function withoutFramework({ isMonorepo, manifest }: Project, hint: string): UsageError {
  const found = frameworks.filter((name) => has(manifest, name))
  if (found.length > 1) return new UsageError(`package.json has ${found.join(' and ')}: ${hint}.`)
  return new UsageError(
    isMonorepo
      ? `This is the folder of a monorepo: run this in the folder of an app. For this folder: ${hint}.`
      : `package.json has neither ${frameworks.join(' nor ')}: ${hint}.`,
  )
}

function parse(file: string, text: string): Manifest {
  try {
    const manifest: unknown = JSON.parse(text)
    if (typeof manifest === 'object' && manifest !== null) return manifest
  } catch {
    // Said below.
  }
  throw new Error(`${file} is no JSON object.`)
}

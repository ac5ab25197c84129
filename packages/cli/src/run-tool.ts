import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Ended } from './command.ts'
import { installCommand } from './project/install-command.ts'
import { readPackageManager } from './project/read-package-manager.ts'

/** The command lines of other packages, and the packages. */
const tools: ReadonlyMap<string, string> = new Map([
  ['test', '@authchart/testing'],
  ['sandbox', '@authchart/sandbox'],
  ['devtools', '@authchart/devtools'],
])

export const toolNames: readonly string[] = [...tools.keys()]

export function isTool(name: string): boolean {
  return tools.has(name)
}

/**
 * Runs the command line of another package in this process, so that signals and the exit code are its own.
 *
 * @returns why it does not run: the package is not installed
 */
export async function runTool(
  name: string,
  args: readonly string[],
  folder: string,
): Promise<Ended | undefined> {
  const wanted = tools.get(name) ?? ''
  const file = findTool(wanted, folder)
  if (file === undefined) {
    const install = installCommand(readPackageManager(folder), [wanted], { isTool: true })
    const complaint = `authchart: '${name}' needs ${wanted}, which is not installed here:\n\n  ${install}\n`
    return { output: '', complaint, exitCode: 1 }
  }
  process.argv = [process.argv[0] ?? process.execPath, file, ...args]
  await import(pathToFileURL(file).href)
  return undefined
}

/** The file that the package of the app names as its command. */
function findTool(wanted: string, folder: string): string | undefined {
  const manifest = findManifest(wanted, join(folder, 'package.json'))
  if (manifest === undefined) return undefined
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8'))
  const [command] = Object.values<string>(bin)
  return command && join(dirname(manifest), command)
}

/** By the folders in which Node looks: the package need not export its manifest. */
function findManifest(wanted: string, from: string): string | undefined {
  const folders = createRequire(from).resolve.paths(wanted) ?? []
  return folders
    .map((folder) => join(folder, wanted, 'package.json'))
    .find((path) => existsSync(path))
}

import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { applyPatch, parsePatch } from 'diff'
import { temporaryApp } from './temporary-app.ts'

const apps = new URL('../apps/', import.meta.url)

export const sampleApps = ['classic-react', 'v6-react', 'identity-js'] as const

export type SampleApp = (typeof sampleApps)[number]

/** The files of a sample app, as it was or as the command leaves it. */
export function filesOf(app: SampleApp, state: 'before' | 'after'): Record<string, string> {
  const folder = fileURLToPath(new URL(`${app}/${state}/`, apps))
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => `${parentPath}/${name}`)
  return Object.fromEntries(
    paths.map((path) => [path.slice(folder.length).replace(/^\//, ''), readFileSync(path, 'utf8')]),
  )
}

/** With the rest done as a developer would. */
export function doneByHand(app: SampleApp): Record<string, string> {
  const files = filesOf(app, 'after')
  const patch = readFileSync(new URL(`${app}/by-hand.patch`, apps), 'utf8')
  for (const part of parsePatch(patch)) {
    const path = part.newFileName ?? ''
    const done = applyPatch(files[path] ?? '', part)
    if (done === false) throw new Error(`The patch of ${app} does not fit ${path}`)
    files[path] = done
  }
  return files
}

const manifest = {
  name: 'app',
  dependencies: { 'aws-amplify': '^6.0.0', react: '^19.0.0' },
  devDependencies: { typescript: '^6.0.0' },
}

/** Rewrites one file of a TypeScript app; the result is its text, and what was reported. */
export async function migrateText(
  text: string,
  { path = 'src/file.ts', args = [] as readonly string[], files = {} } = {},
) {
  const app = temporaryApp({ 'package.json': JSON.stringify(manifest), ...files, [path]: text })
  const { output, exitCode = 0 } = await app.run('migrate', '--force', '--json', ...args)
  const { rewritten, findings, unreadable, written, install } = JSON.parse(output)
  return { app, text: app.read(path), rewritten, findings, unreadable, written, install, exitCode }
}

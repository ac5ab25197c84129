import { existsSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import type { WantedFile } from '../files/file-plan.ts'
import type { Framework } from '../screens/templates.ts'
import type { InitChoice } from './init-choice.ts'

const names = ['main', 'index'].flatMap((name) =>
  ['tsx', 'jsx', 'ts', 'js'].map((extension) => `${name}.${extension}`),
)

/** The entry of the app with the provider, or what to write into it by hand. */
export type MainEdit =
  | { readonly file: WantedFile; readonly byHand?: undefined }
  | { readonly file?: undefined; readonly byHand: string }

/** Puts the root around the app where the entry is one that we understand; else the developer does it. */
export function editMain({ framework, project }: InitChoice): MainEdit {
  const { folder, sources } = project
  const path = names
    .map((name) => posix.join(sources, name))
    .find((name) => existsSync(join(folder, name)))
  const before = path === undefined ? undefined : readFileSync(join(folder, path), 'utf8')
  const text = before === undefined ? undefined : withRoot(framework, before)
  if (path === undefined || text === undefined) return { byHand: byHand[framework] }
  return { file: { path, text, isEdit: true } }
}

const byHand: Readonly<Record<Framework, string>> = {
  react: "Put <AuthRoot> around your <App />: import { AuthRoot } from './auth-root'",
  vue: 'Mount AuthRoot of auth-root.vue in place of App, with .use(authPlugin, auth)',
}

function withRoot(framework: Framework, text: string): string | undefined {
  if (/\bAuth(?:Root|Provider)\b|\bauthPlugin\b/.test(text)) return text
  return framework === 'react' ? withReactRoot(text) : withVueRoot(text)
}

function withReactRoot(text: string): string | undefined {
  const apps = [...text.matchAll(/^([ \t]*)(<App\b[^<>]*\/>)/gm)]
  const [app] = apps
  if (!app || apps.length > 1) return undefined
  const [line, indent = '', element = ''] = app
  const wrapped = `${indent}<AuthRoot>\n${indent}  ${element}\n${indent}</AuthRoot>`
  return afterImports(text.replace(line, wrapped), [
    importLine(text, '{ AuthRoot }', './auth-root'),
  ])
}

function withVueRoot(text: string): string | undefined {
  const calls = text.split('createApp(App)')
  const [appImport] = /^import App from .*$/m.exec(text) ?? []
  if (calls.length !== 2 || appImport === undefined) return undefined
  const mounted = calls.join('createApp(AuthRoot).use(authPlugin, auth)')
  const rooted = mounted.replace(appImport, importLine(text, 'AuthRoot', './auth-root.vue'))
  return afterImports(rooted, [
    importLine(text, '{ authPlugin }', '@authchart/vue'),
    importLine(text, '{ auth }', './auth'),
  ])
}

/** In the style of the file: its quotes, and whether lines end with a semicolon. */
function importLine(text: string, names: string, from: string): string {
  const [, quote = "'", end = ''] = /^import .*(['"])(;?)$/m.exec(text) ?? []
  return `import ${names} from ${quote}${from}${quote}${end}`
}

function afterImports(text: string, lines: readonly string[]): string {
  const [last] = [...text.matchAll(/^(?:import\b.*|\} from .*)$/gm)].slice(-1)
  const end = last ? last.index + last[0].length : 0
  return `${text.slice(0, end)}\n${lines.join('\n')}${text.slice(end)}`
}

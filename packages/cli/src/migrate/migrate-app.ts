import { existsSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import type { WantedFile } from '../files/file-plan.ts'
import type { Project } from '../project/read-project.ts'
import { AuthFiles } from './auth-files.ts'
import { CodeFile } from './code-file.ts'
import type { Finding, Rewritten } from './finding.ts'
import { isOtherCategory, type Origin } from './libraries.ts'
import { linkTo } from './link-to.ts'
import { runRules } from './run-rules.ts'

export interface Migration {
  /** Files that are to be written: those with changes, and those of the auth. */
  readonly files: readonly WantedFile[]
  readonly rewritten: readonly Rewritten[]
  readonly findings: readonly Finding[]
  /** Files that do not parse, and why. They stay as they are. */
  readonly unreadable: readonly { readonly path: string; readonly reason: string }[]
  /** Packages that the new code imports. */
  readonly packages: readonly string[]
}

/** Rewrites the files of an app, in memory. */
export function migrateApp(
  { folder, sources, language }: Project,
  paths: readonly string[],
  from: Origin | 'auto',
): Migration {
  const unreadable: { path: string; reason: string }[] = []
  const files = paths.flatMap((path) => {
    const text = readFileSync(join(folder, path), 'utf8')
    if (!mentionsLibrary(text)) return []
    try {
      return [new CodeFile(path, text, from)]
    } catch (error) {
      unreadable.push({ path, reason: error instanceof Error ? error.message : String(error) })
      return []
    }
  })
  const callsModule = posix.join(sources, 'auth-calls')
  const authModule = authModuleOf(folder, sources, language)
  const app = new AuthFiles({
    authModule,
    hasAuth: existsSync(join(folder, `${authModule}.${language}`)),
    callsModule,
    screensModule: posix.join(sources, 'auth/auth-screens'),
    language,
    formerCalls: textAt(join(folder, `${callsModule}.${language}`)),
    hasOtherCategories: files.some(usesOtherCategory),
  })
  for (const file of files) runRules(file, app)
  const changed = files.flatMap((file): WantedFile[] => {
    const text = file.finish()
    return text === file.text ? [] : [{ path: file.path, text, isEdit: true }]
  })
  const all = [...app.files(), ...changed].filter(
    ({ path, text }) => textAt(join(folder, path)) !== text,
  )
  return {
    files: all,
    rewritten: inOrder(files.flatMap(({ rewritten }) => rewritten)),
    findings: inOrder([
      ...files.flatMap(({ findings }) => findings),
      ...files.flatMap(templateFindings),
    ]),
    unreadable,
    packages: packagesOf(all),
  }
}

function mentionsLibrary(text: string): boolean {
  return /aws-amplify|amazon-cognito-identity-js/.test(text)
}

function usesOtherCategory({ imports }: CodeFile): boolean {
  return imports.declarations.some(({ node }) =>
    [{ local: { name: '' } }, ...node.specifiers].some(({ local }) =>
      isOtherCategory(node.source.value, local.name),
    ),
  )
}

/** `auth`, unless the app has another file of that name. */
function authModuleOf(folder: string, sources: string, language: string): string {
  const path = posix.join(sources, 'auth')
  const present = textAt(join(folder, `${path}.${language}`))
  const isFree = present === undefined || present.includes('@authchart/machine')
  return isFree ? path : posix.join(sources, 'authchart')
}

function textAt(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}

/** `<authenticator>` of a Vue template, which the rules do not read. */
function templateFindings(file: CodeFile): readonly Finding[] {
  if (!file.isVue) return []
  return [...file.text.matchAll(/<(authenticator|Authenticator)\b/g)].map(({ index }) => ({
    path: file.path,
    line: file.text.slice(0, index).split('\n').length,
    kind: 'todo',
    what: '<authenticator>',
    advice: '<AuthGate> with the screens as its fallback; npx authchart add vue writes them',
    link: linkTo('Authenticator', false),
  }))
}

function packagesOf(files: readonly WantedFile[]): readonly string[] {
  const names = files.flatMap(({ text }) =>
    [...text.matchAll(/from ['"](@authchart\/\w+)/g)].map(([, name = '']) => name),
  )
  // The entry for identity pools imports it.
  const usesAws = files.some(({ text }) => text.includes('@authchart/machine/identity-pool'))
  return [...new Set(names), ...(usesAws ? ['@aws-sdk/client-cognito-identity'] : [])].sort()
}

function inOrder<Item extends { readonly path: string; readonly line: number }>(
  items: readonly Item[],
): readonly Item[] {
  return [...items].sort((one, other) =>
    one.path === other.path ? one.line - other.line : one.path < other.path ? -1 : 1,
  )
}

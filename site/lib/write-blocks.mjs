import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { readBlocks } from './read-blocks.mjs'
import { readPages } from './sidebar.mjs'

/** Packages that the pages use and the repository does not. */
const modules = `declare module '@aws-sdk/client-s3'
declare module '@react-native-async-storage/async-storage'
declare module 'expo-web-browser'
declare module 'next/server' {
  export type NextRequest = Request
  export const NextResponse: {
    next(options: { request: { headers: Headers } }): Response
  }
}
declare module 'react-native-get-random-values'
declare module 'react-native-url-polyfill/auto'
`

/** What the code of every page may use without a line for it. */
const globals = `import type { Auth, AuthConfig, AuthView } from '@authchart/machine'
declare global {
  const auth: Auth
  const config: AuthConfig
  const view: AuthView
}
`

/** Files that the code of a page may import, unless the page shows one of that name; each may import those below it. */
const neighbours = {
  'auth-screens.vue': textOf('consumers/start-vue/src/auth-screens.vue'),
  'auth-form.vue': textOf('consumers/start-vue/src/auth-form.vue'),
  'form.tsx': textOf('consumers/start-react/src/form.tsx'),
  'auth.ts': `import { createAuth } from '@authchart/machine'
import { config } from './config.ts'
export const auth = createAuth({ config })
`,
  'config.ts': `import type { AuthConfig } from '@authchart/machine'
export const config: AuthConfig = { userPoolId: 'us-east-1_AbCdEf123', userPoolClientId: 'a1' }
`,
  'app/config.ts': "export { config } from '../config.ts'\n",
  'amplify_outputs.json':
    '{ "version": "1", "auth": { "user_pool_id": "", "aws_region": "", "user_pool_client_id": "" } }',
  'screens.tsx': 'export default function Screens() { return <p>Other screens</p> }\n',
  'app.tsx': 'export function App() { return <p>The app</p> }\n',
  'app-machine.ts': "export { authMachine as appMachine } from '@authchart/machine/xstate'\n",
  'my-ui.ts': `import type { Ui } from '@authchart/testing'
import type { Page } from '@playwright/test'
export declare const myUi: Ui<Page>
`,
  'my-dom-ui.ts': `import type { Ui } from '@authchart/testing'
import type { UserEvent } from '@testing-library/user-event'
export declare const myDomUi: Ui<UserEvent>
`,
  'auth/auth-screens.ts': `import type { AuthView } from '@authchart/machine'
export declare function AuthScreens(props: { options: object }): null
export declare function createAuthScreens(place: HTMLElement): (view: AuthView) => void
`,
}

/**
 * Writes every block of TypeScript and Vue that is not a file of the repository, one folder for each page. Such files
 * are checked where they are.
 *
 * @param {string} root the repository
 * @param {string} folder is emptied first
 * @returns {Map<string, { page: string, line: number }>} for each file where its first line is in the page
 */
export function writeBlocks(root, folder) {
  rmSync(folder, { recursive: true, force: true })
  const known = repositoryTexts(root)
  const places = new Map()
  for (const page of readPages(join(root, 'docs')).filter(isWritten)) {
    const blocks = readBlocks(page, readFileSync(join(root, 'docs', page), 'utf8'))
    const dir = join(folder, page.replace(/\.md$/, ''))
    const files = blocks
      .filter(
        ({ language, code: text, unchecked }) => isCode(language) && !unchecked && !known.has(text),
      )
      .map((block, index) => fileOf(block, index))
    if (files.length === 0) continue
    const shown = blocks.flatMap(({ name, code: text }) => (known.has(text) ? [[name, text]] : []))
    let imported = files.map(({ text }) => text).join('\n')
    for (const [name, text] of [...Object.entries(neighbours), ...shown]) {
      if (!name || !isImported(imported, name)) continue
      writeFile(join(dir, name), text)
      imported += text
    }
    for (const { name, text, line } of files) {
      writeFile(join(dir, name), text)
      places.set(join(dir, name), { page, line })
    }
  }
  writeFile(join(folder, 'modules.d.ts'), modules)
  writeFile(join(folder, 'globals.d.ts'), globals)
  return places
}

/** The API pages are generated; decisions and reports are about the past. */
function isWritten(page) {
  return !/^(?:api|decisions|quality)\//.test(page)
}

function writeFile(path, text) {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}

/** With its ending, or without. */
function isImported(code, name) {
  return [name, name.replace(/\.tsx?$/, '')].some((path) => code.includes(`./${path}'`))
}

function textOf(path) {
  return readFileSync(join(import.meta.dirname, '../..', path), 'utf8')
}

const isCode = (language) => /^(?:tsx?|vue)$/.test(language)

/** @param {import('./read-blocks.mjs').Block} block */
function fileOf({ name, language, code: text, context = '', line }, index) {
  const [before = '', after = ''] = context.split('// here\n')
  return {
    name: name?.endsWith(`.${language}`) ? name : `block-${index + 1}.${language}`,
    text: language === 'vue' ? text : `${before}${text}${after}\nexport {}\n`,
    line: line - before.split('\n').length + 1,
  }
}

/** Every tracked file of code, as text. */
function repositoryTexts(root) {
  const paths = execFileSync('git', ['ls-files', '*.ts', '*.tsx', '*.vue'], {
    cwd: root,
    encoding: 'utf8',
  })
  return new Set(
    paths
      .split('\n')
      .filter((path) => path && existsSync(join(root, path)))
      .map((path) => readFileSync(join(root, path), 'utf8')),
  )
}

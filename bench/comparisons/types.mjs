import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

export const title = 'Types'

export const meaning = `How long an editor takes to list the members of \`view.\` after an edit, by TypeScript's language service: the first time, and once
warm. Then what \`tsc\` does for the same sign-in with each library (\`bench/apps/renders\`): type instantiations, and the time to check.`

const folder = fileURLToPath(new URL('..', import.meta.url))
const peer = 'Amplify UI, `useAuthenticator()`'

const options = {
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  jsx: ts.JsxEmit.ReactJSX,
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  allowImportingTsExtensions: true,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  types: [],
}

const editors = {
  ours: {
    source: `import { useAuthMachine } from '@authchart/react'
export function Editor() {
  const view = useAuthMachine()
  if (view.route === 'signIn') { view. }
}
`,
    expected: 'loginWith',
  },
  theirs: {
    source: `import { useAuthenticator } from '@aws-amplify/ui-react'
export function Editor() {
  const view = useAuthenticator()
  if (view.route === 'signIn') { view. }
}
`,
    expected: 'submitForm',
  },
}

/** @param {{ isShort: boolean }} options @returns {import('../support/statistics.mjs').Row[]} */
export function compare({ isShort }) {
  const rounds = isShort ? 2 : 20
  const [ours, theirs] = [openEditor(editors.ours), openEditor(editors.theirs)]
  const first = { ours: [ours()], theirs: [theirs()] }
  const warm = { ours: [], theirs: [] }
  for (let round = 0; round < rounds; round += 1) {
    warm.ours.push(ours())
    warm.theirs.push(theirs())
  }
  const checks = { ours: [], theirs: [] }
  for (let round = 0; round < (isShort ? 1 : 5); round += 1) {
    checks.ours.push(check('apps/renders/react-authchart.tsx'))
    checks.theirs.push(check('apps/renders/react-amplify.tsx'))
  }
  const pick = (name) => ({
    ours: checks.ours.map((checked) => checked[name]),
    theirs: checks.theirs.map((checked) => checked[name]),
  })
  const union =
    'A view is a union of all routes, each with its own members; the peer has one type for all routes.'
  return [
    { what: 'members of `view.`, first', peer, unit: 'ms', ...first },
    { what: 'members of `view.`, after an edit', peer, unit: 'ms', limit: 2, ...warm, why: union },
    { what: 'type instantiations', peer, unit: '', ...pick('instantiations'), why: union },
    { what: 'check', peer, unit: 'ms', ...pick('checkMs'), why: union },
    { what: '`tsc` in all', peer, unit: 'ms', ...pick('totalMs') },
  ]
}

/** As an editor does: the text of the file changes before each completion. Gives ms for one. */
function openEditor({ source, expected }) {
  const at = source.indexOf('view. ') + 'view.'.length
  const file = `${folder}editor.tsx`
  let version = 0
  const host = {
    getCompilationSettings: () => options,
    getScriptFileNames: () => [file],
    getScriptVersion: (name) => (name === file ? String(version) : '0'),
    getScriptSnapshot(name) {
      const text = name === file ? `${source}// ${version}` : ts.sys.readFile(name)
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text)
    },
    getCurrentDirectory: () => folder,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: (name) => name === file || ts.sys.fileExists(name),
    readFile: ts.sys.readFile,
    directoryExists: ts.sys.directoryExists,
    getDirectories: ts.sys.getDirectories,
  }
  const service = ts.createLanguageService(host, ts.createDocumentRegistry())
  return () => {
    version += 1
    const begun = performance.now()
    const members = service.getCompletionsAtPosition(file, at, {})?.entries ?? []
    const ms = performance.now() - begun
    if (!members.some(({ name }) => name === expected))
      throw new Error(`No ${expected} after view.`)
    return ms
  }
}

/** What the compiler says of one app, without writing anything. */
function check(app) {
  const compiler = fileURLToPath(new URL('../../node_modules/.bin/tsc', import.meta.url))
  const flags =
    '--ignoreConfig --noEmit --extendedDiagnostics --strict --skipLibCheck --target es2023 --module esnext --moduleResolution bundler --jsx react-jsx --allowImportingTsExtensions --lib es2023,dom,dom.iterable --types node'
  const { stdout, status } = spawnSync(compiler, [...flags.split(' '), app, 'apps/window.d.ts'], {
    cwd: folder,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`tsc ${app}: ${stdout}`)
  const figureOf = (name) => Number(new RegExp(`^${name}:\\s+([\\d.]+)`, 'm').exec(stdout)?.[1])
  return {
    instantiations: figureOf('Instantiations'),
    checkMs: figureOf('Check time') * 1000,
    totalMs: figureOf('Total time') * 1000,
  }
}

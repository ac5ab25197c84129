/**
 * How long an editor waits for the members of `view.` and `form.` in `examples/minimal-react`, by TypeScript's language service:
 * the first time and once warm, as time of the clock and of the processor. Then the time and the type instantiations of `tsc` in each example. Needs what is
 * built. Prints JSON; fails when a completion takes the processor more than 300 ms once warm. `node bench/completion.mjs`
 */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { cpuUsage, env, stdout } from 'node:process'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const examples = fileURLToPath(new URL('../examples/', import.meta.url))
const bin = fileURLToPath(new URL('../node_modules/.bin/', import.meta.url))
const rounds = env.BENCH_SHORT ? 3 : 20
const mostMs = 300

const source = `import { useAuthForm, useAuthMachine } from '@authchart/react'

export function Editor() {
  const form = useAuthForm()
  const view = useAuthMachine()
  if (view.route === 'signIn') { view. }
  { form. }
}
`
const places = [
  { after: 'view.', at: source.indexOf('view. ') + 'view.'.length, expected: 'loginWith' },
  { after: 'form.', at: source.indexOf('form. ') + 'form.'.length, expected: 'formProps' },
]

const completions = complete()
const checks = env.BENCH_SHORT
  ? []
  : ['minimal-react', 'minimal-vue', 'react', 'vue', 'wizard'].map(check)
const result = { typescript: ts.version, completions, checks }
stdout.write(`${JSON.stringify(result, null, 2)}\n`)
if (completions.some(({ warm }) => warm.cpuMs > mostMs)) process.exitCode = 1

/** As an editor does: the text of the file changes before each completion. */
function complete() {
  const folder = join(examples, 'minimal-react')
  const { config } = ts.readConfigFile(join(folder, 'tsconfig.json'), ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, folder)
  const file = join(folder, 'src/editor.tsx')
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
  return places.map(({ after, at, expected }) => {
    const times = []
    let names = []
    for (let round = 0; round <= rounds; round += 1) {
      version += 1
      const [start, used] = [performance.now(), cpuUsage()]
      names = service.getCompletionsAtPosition(file, at, {})?.entries.map(({ name }) => name) ?? []
      times.push({ ms: performance.now() - start, cpuMs: cpuSince(used) })
    }
    if (!names.includes(expected)) throw new Error(`No ${expected} after ${after}: ${names}`)
    const [first, ...later] = times
    const warm = { ms: medianOf(later, 'ms'), cpuMs: medianOf(later, 'cpuMs') }
    return { after, members: names.length, firstMs: Math.round(first.ms), warm }
  })
}

/** What the compiler says of one example, without writing anything. */
function check(example) {
  const folder = join(examples, example)
  const { scripts } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const compiler = scripts.typecheck.startsWith('vue-tsc') ? 'vue-tsc' : 'tsc'
  const { stdout, status } = spawnSync(
    join(bin, compiler),
    ['--noEmit', '--incremental', 'false', '--extendedDiagnostics', '-p', folder],
    { encoding: 'utf8' },
  )
  const figureOf = (name) => Number(new RegExp(`^${name}:\\s+([\\d.]+)`, 'm').exec(stdout)?.[1])
  return {
    example,
    compiler,
    passed: status === 0,
    instantiations: figureOf('Instantiations'),
    types: figureOf('Types'),
    checkSeconds: figureOf('Check time'),
    totalSeconds: figureOf('Total time'),
  }
}

function cpuSince(used) {
  const { user, system } = cpuUsage(used)
  return (user + system) / 1000
}

function medianOf(times, name) {
  const sorted = times.map((time) => time[name]).toSorted((one, other) => one - other)
  return Math.round(sorted[Math.floor(sorted.length / 2)] * 10) / 10
}

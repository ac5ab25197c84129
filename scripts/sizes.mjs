/**
 * What a user downloads for the React and the Vue binding, the framework apart: bundled by esbuild, minified and
 * gzipped. `--json` prints, in bytes and for each binding:
 *
 * - `first`: all that loads before the sign-in form can be shown, the chart and XState included.
 * - `all`: `first` and what every flow of the classic API loads later: sign-in by a password (SRP), sign-up, lost
 *   passwords, MFA, devices, the account and the refresh of its session. Not in it, because each is loaded only by
 *   who needs it: what reads a rejection of Cognito in detail, the hosted UI, cookies, passkeys, AWS credentials, and
 *   the screen that a reload has interrupted. The sizes of these are in `later`.
 * - `early`: all that loads before the sign-in form can be typed in, with the entry that shows it before the chart is
 *   there; `null` as long as there is no such entry.
 * - `binding`: the binding alone, without the machine. Also each of its `exports`.
 *
 * `entries` are the optional entries of the machine, each with all that it imports. `--check` fails when a part is
 * larger than its limit, or when the README says something else.
 */
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))
const toleranceKb = 0.3

const bindings = {
  react: {
    label: 'React',
    name: '@authchart/react',
    framework: ['react', 'react-dom'],
    base: 'AuthProvider, useAuth, useAuthMachine',
  },
  vue: {
    label: 'Vue',
    name: '@authchart/vue',
    framework: ['vue'],
    base: 'authPlugin, useAuth, useAuthMachine',
  },
}

/** The entry that shows the first screen before the chart is there; `undefined`: there is none yet. */
const earlyEntry = undefined

/** The bytes that a binding may have, gzipped. Each of its exports may have `export`. */
const limits = { first: 55_500, all: 70_000, export: 1_000 }

/** What `all` has beside `first`, by the names of the chunks. */
const flows = ['user-pool', 'srp']

/** What is loaded by who needs it, by the names of the chunks; after `before`, which is what sends requests by default. */
const later = {
  'what sends requests': {
    modules: ['user-pool'],
    before: [],
    said: /What sends requests is ([\d.]+) kB/,
  },
  'sign-in by SRP': { modules: ['srp'], said: /SRP is ([\d.]+) kB more/ },
  rejections: { modules: ['read-rejection'], said: /rejection of Cognito says is ([\d.]+) kB/ },
  'the hosted UI': {
    modules: ['hosted-ui-calls'],
    said: /loads ([\d.]+) kB more at the first redirect/,
  },
  passkeys: { modules: ['ceremonies'], said: /pool with passkeys loads ([\d.]+) kB/ },
  'AWS credentials': {
    modules: ['open-credentials', 'identity-client'],
    said: /loads ([\d.]+) kB when the app first requests them/,
  },
}

/** Entries that an app may import beside `createAuth`, and the gzipped bytes that each may have. */
const entryLimits = { '@authchart/machine/validators': 5_500 }

/** Gzipped bytes of an entry by itself. */
async function measureEntry(name) {
  const { outputFiles } = await bundle({ contents: `export * from '${name}'`, external: [] })
  return gzipped(outputFiles)
}

/** An app that uses everything, and the chunks that it loads at once. */
async function bundleAll({ name, framework, base }) {
  const { metafile, outputFiles } = await bundle({
    contents: `export { createAuth } from '@authchart/machine'
export { identityPool } from '@authchart/machine/identity-pool'
export { ${base} } from '${name}'`,
    external: framework,
  })
  const { outputs } = metafile
  const first = loadedAtOnce(outputs, ({ entryPoint }) => entryPoint === '<stdin>')
  return { outputs, outputFiles, first }
}

/** The gzipped bytes that the chunks load beside `first` and the chunks in `before`. */
function laterBytes({ outputs, outputFiles, first }, modules, before = []) {
  const loadedBy = (module) =>
    loadedAtOnce(outputs, ({ entryPoint = '' }) => basename(entryPoint).startsWith(`${module}-`))
  const filesOf = (names) => new Set(names.flatMap((name) => [...loadedBy(name)]))
  const [wanted, there] = [filesOf(modules), filesOf(before)]
  return gzipped(outputFiles, ({ path }) => {
    const name = basename(path)
    return wanted.has(name) && !first.has(name) && !there.has(name)
  })
}

/** Each file is compressed by itself, as a server sends it. */
const gzipped = (files, isMeant = () => true) =>
  files
    .filter(isMeant)
    .reduce((total, { contents }) => total + gzipSync(contents, { level: 9 }).length, 0)

/** The machine is another package, without side effects: an import that is not used goes away. */
const withoutMachine = {
  name: 'without-machine',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^@authchart\/machine(\/|$)/ }, ({ path }) => ({
      path,
      external: true,
      sideEffects: false,
    })),
}

/** The exports without the machine and the framework, in gzipped bytes. */
async function measureAlone({ name, framework }, exports) {
  const { outputFiles } = await bundle({
    contents: `export { ${exports} } from '${name}'`,
    external: [...framework, '@xstate/*'],
    plugins: [withoutMachine],
  })
  return gzipped(outputFiles)
}

async function measure(binding) {
  const { name, framework, base } = binding
  const { metafile, outputFiles } = await bundle({
    contents: `export { createAuth } from '@authchart/machine'; export { ${base} } from '${name}'`,
    external: framework,
  })
  const early = loadedAtOnce(metafile.outputs, ({ entryPoint }) => entryPoint === '<stdin>')
  const isFirst = ({ path }) => early.has(basename(path))
  const inputs = Object.entries(metafile.outputs)
    .filter(([path]) => isFirst({ path }))
    .flatMap(([, output]) => Object.entries(output.inputs))
  const first = gzipped(outputFiles, isFirst)
  const whole = { outputs: metafile.outputs, outputFiles, first: early }
  const exports = {}
  for (const only of Object.keys(await import(name))) {
    exports[only] = await measureAlone(binding, only)
  }
  return {
    first,
    all: first + laterBytes(whole, flows),
    early: earlyEntry ? await measureEntry(earlyEntry) : null,
    binding: await measureAlone(binding, base),
    exports,
    minified: outputFiles.filter(isFirst).reduce((sum, { contents }) => sum + contents.length, 0),
    parts: partsOf(inputs),
  }
}

/** @param {{ contents: string, external: string[], plugins?: import('esbuild').Plugin[] }} entry */
const bundle = ({ contents, external, plugins = [] }) =>
  build({
    stdin: { contents, resolveDir: root },
    bundle: true,
    // What is loaded only by who needs it is in chunks of its own.
    splitting: true,
    outdir: 'out',
    minify: true,
    format: 'esm',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"' },
    external,
    plugins,
    metafile: true,
    write: false,
    absWorkingDir: root,
  })

/** An entry and the chunks that it imports statically. */
function loadedAtOnce(outputs, isEntry) {
  const byName = new Map(Object.entries(outputs).map(([path, output]) => [basename(path), output]))
  const [entry] = [...byName].find(([, output]) => isEntry(output)) ?? []
  if (entry === undefined)
    throw new Error('A module that was loaded later is in no chunk of its own')
  const loaded = new Set([entry])
  for (const name of loaded) {
    for (const { path, kind } of byName.get(name).imports) {
      if (kind === 'import-statement' && byName.has(basename(path))) loaded.add(basename(path))
    }
  }
  return loaded
}

/** Minified bytes by package, most first. */
function partsOf(inputs) {
  const parts = {}
  for (const [path, { bytesInOutput }] of inputs) {
    const part = packageOf(path)
    if (part) parts[part] = (parts[part] ?? 0) + bytesInOutput
  }
  return Object.fromEntries(Object.entries(parts).sort(([, a], [, b]) => b - a))
}

function packageOf(path) {
  if (path.includes('machine/dist/sha256')) return '@aws-crypto/sha256-js'
  const ours = /packages\/(\w+)\/dist/.exec(path)
  if (ours) return `@authchart/${ours[1]}`
  return /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1]
}

const kb = (bytes) => (bytes / 1000).toFixed(1)

const sizes = {}
for (const [key, binding] of Object.entries(bindings)) sizes[key] = await measure(binding)

const whole = await bundleAll(bindings.react)
const laterSizes = Object.fromEntries(
  Object.entries(later).map(([what, { modules, before }]) => [
    what,
    laterBytes(whole, modules, before ?? ['user-pool']),
  ]),
)
const entrySizes = {}
for (const name of Object.keys(entryLimits)) entrySizes[name] = await measureEntry(name)

if (process.argv.includes('--json')) {
  process.stdout.write(`${JSON.stringify({ ...sizes, later: laterSizes, entries: entrySizes })}\n`)
} else {
  for (const [key, size] of Object.entries(sizes)) {
    const { first, all, early, binding, minified, exports, parts } = size
    process.stdout.write(
      `${bindings[key].label}, gzipped: ${kb(first)} kB before the first screen (${kb(minified)} minified), ${kb(all)} with every flow; `,
    )
    process.stdout.write(
      `the binding alone ${kb(binding)}; the early entry ${early === null ? 'is not there' : kb(early)}\n`,
    )
    for (const [part, bytes] of Object.entries(parts)) {
      process.stdout.write(`  ${kb(bytes).padStart(6)} kB minified  ${part}\n`)
    }
    for (const [name, bytes] of Object.entries(exports)) {
      process.stdout.write(`  ${String(bytes).padStart(6)} bytes gzipped  ${name}\n`)
    }
  }
  for (const [what, bytes] of Object.entries(laterSizes)) {
    process.stdout.write(`Later, for ${what}: ${kb(bytes)} kB gzipped\n`)
  }
  for (const [name, bytes] of Object.entries(entrySizes)) {
    process.stdout.write(`${name}: ${kb(bytes)} kB gzipped\n`)
  }
}

/** The AWS SDK: only apps that use AWS credentials may load it. */
const isLate = (part) => /^(@aws-sdk\/|@smithy\/)/.test(part)

function complain(message) {
  process.exitCode = 1
  process.stderr.write(`${message}\n`)
}

function requireAtMost(limit, bytes, what) {
  if (bytes > limit) complain(`${what} is ${bytes} bytes gzipped: ${limit} are allowed`)
}

if (process.argv.includes('--check')) {
  const readme = readFileSync(`${root}/README.md`, 'utf8')
  const isSaid = (said, bytes) => Math.abs(Number(said) - bytes / 1000) <= toleranceKb
  for (const [key, { first, all, binding, exports, parts }] of Object.entries(sizes)) {
    const { label } = bindings[key]
    const early = Object.keys(parts).filter(isLate)
    if (early.length > 0) complain(`${label}: every app would load ${early.join(', ')}`)
    requireAtMost(limits.first, first, `${label}: what loads before the first screen`)
    requireAtMost(limits.all, all, `${label}: what every flow loads`)
    for (const [name, bytes] of Object.entries(exports)) {
      requireAtMost(limits.export, bytes, `${label}: ${name}`)
    }
    const bytes = [first, all, binding]
    const [, ...said] =
      new RegExp(`\\| ${label}${' \\| ([\\d.]+) kB'.repeat(bytes.length)} \\|`).exec(readme) ?? []
    if (said.length > 0 && bytes.every((size, at) => isSaid(said[at], size))) continue
    complain(
      `README.md should say: | ${label} | ${bytes.map((size) => `${kb(size)} kB`).join(' | ')} |`,
    )
  }
  for (const [what, bytes] of Object.entries(laterSizes)) {
    const [, said] = later[what].said.exec(readme) ?? []
    if (said !== undefined && isSaid(said, bytes)) continue
    complain(`README.md should say of ${what}: ${kb(bytes)} kB (it says ${said})`)
  }
  for (const [name, bytes] of Object.entries(entrySizes)) {
    requireAtMost(entryLimits[name], bytes, name)
  }
}

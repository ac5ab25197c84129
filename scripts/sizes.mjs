/**
 * What a user downloads for the React and the Vue binding with all they need, the framework apart:
 * minified and gzipped, which part each dependency has, and what is loaded later by those who need it. Each
 * export of a binding is measured, too, without the machine and the framework; and each optional entry of the
 * machine, with all that it imports.
 * `--json` for machines; `--check` fails when the README says something else.
 */
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))
const toleranceKb = 0.3

const bindings = {
  React: {
    name: '@authchart/react',
    framework: ['react', 'react-dom'],
    base: 'AuthProvider, useAuth, useAuthMachine',
  },
  Vue: { name: '@authchart/vue', framework: ['vue'], base: 'authPlugin, useAuth, useAuthMachine' },
}

/** What is loaded when it is used, by the modules that are imported then. */
const later = {
  'sign-in by SRP': {
    modules: ['srp'],
    said: /SRP is ([\d.]+) kB more/,
  },
  'the hosted UI': {
    modules: ['oauth'],
    said: /loads ([\d.]+) kB more at the first redirect/,
  },
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
  return outputFiles.reduce(
    (total, { contents }) => total + gzipSync(contents, { level: 9 }).length,
    0,
  )
}

/** Gzipped bytes of each, without what is there already. */
async function measureLater() {
  const { metafile, outputFiles } = await bundle({
    contents: `export { createAuth } from '@authchart/machine'
export { identityPool } from '@authchart/machine/identity-pool'
export * from '@authchart/react'`,
    external: bindings.React.framework,
  })
  const { outputs } = metafile
  const early = loadedAtOnce(outputs, ({ entryPoint }) => entryPoint === '<stdin>')
  const sizeOf = ({ modules }) => {
    const files = modules.flatMap((module) => {
      const loaded = loadedAtOnce(outputs, ({ entryPoint = '' }) =>
        basename(entryPoint).startsWith(`${module}-`),
      )
      return [...loaded].filter((name) => !early.has(name))
    })
    return outputFiles
      .filter(({ path }) => files.includes(basename(path)))
      .reduce((total, { contents }) => total + gzipSync(contents, { level: 9 }).length, 0)
  }
  return Object.fromEntries(Object.entries(later).map(([what, of]) => [what, sizeOf(of)]))
}

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

/** `only`: exports to measure without the machine; all that the smallest app needs by default. */
async function measure({ name, framework, base }, only) {
  const contents = only
    ? `export { ${only} } from '${name}'`
    : `export { createAuth } from '@authchart/machine'; export { ${base} } from '${name}'`
  const external = only ? [...framework, '@xstate/*'] : framework
  const plugins = only ? [withoutMachine] : []
  const { metafile, outputFiles } = await bundle({ contents, external, plugins })
  const early = loadedAtOnce(metafile.outputs, ({ entryPoint }) => entryPoint === '<stdin>')
  const files = outputFiles.filter(({ path }) => early.has(basename(path)))
  const sum = (sizeOf) => files.reduce((total, { contents }) => total + sizeOf(contents), 0)
  const inputs = Object.entries(metafile.outputs)
    .filter(([path]) => early.has(basename(path)))
    .flatMap(([, output]) => Object.entries(output.inputs))
  return {
    minified: sum(({ length }) => length),
    gzipped: sum((contents) => gzipSync(contents, { level: 9 }).length),
    parts: partsOf(inputs),
  }
}

/** @param {{ contents: string, external: string[], plugins?: import('esbuild').Plugin[] }} entry */
const bundle = ({ contents, external, plugins = [] }) =>
  build({
    stdin: { contents, resolveDir: root },
    bundle: true,
    // What is loaded only by who needs it (OAuth, the AWS SDK) is in chunks of its own.
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
for (const [label, binding] of Object.entries(bindings)) {
  const bindingAlone = (await measure(binding, binding.base)).gzipped
  const exports = {}
  for (const name of Object.keys(await import(binding.name))) {
    exports[name] = (await measure(binding, name)).gzipped
  }
  sizes[label] = { ...(await measure(binding)), bindingAlone, exports }
}

const laterSizes = await measureLater()
const entrySizes = {}
for (const name of Object.keys(entryLimits)) entrySizes[name] = await measureEntry(name)

if (process.argv.includes('--json')) {
  process.stdout.write(`${JSON.stringify({ ...sizes, later: laterSizes, entries: entrySizes })}\n`)
} else {
  for (const [label, { minified, gzipped, bindingAlone, exports, parts }] of Object.entries(
    sizes,
  )) {
    process.stdout.write(`${label}: ${kb(minified)} kB minified, ${kb(gzipped)} kB gzipped; `)
    process.stdout.write(`the binding alone ${kb(bindingAlone)} kB gzipped\n`)
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

if (process.argv.includes('--check')) {
  for (const [label, { parts }] of Object.entries(sizes)) {
    const early = Object.keys(parts).filter(isLate)
    if (early.length === 0) continue
    process.exitCode = 1
    process.stderr.write(`${label}: every app would load ${early.join(', ')}\n`)
  }
  const readme = readFileSync(`${root}/README.md`, 'utf8')
  for (const [what, bytes] of Object.entries(laterSizes)) {
    const [, said] = later[what].said.exec(readme) ?? []
    if (said !== undefined && Math.abs(Number(said) - bytes / 1000) <= toleranceKb) continue
    process.exitCode = 1
    process.stderr.write(`README.md should say of ${what}: ${kb(bytes)} kB (it says ${said})\n`)
  }
  for (const [name, bytes] of Object.entries(entrySizes)) {
    if (bytes <= entryLimits[name]) continue
    process.exitCode = 1
    process.stderr.write(`${name} is ${bytes} bytes gzipped: ${entryLimits[name]} are allowed\n`)
  }
  for (const [label, { exports }] of Object.entries(sizes)) {
    for (const [name, bytes] of Object.entries(exports)) {
      if (bytes <= 1000) continue
      process.exitCode = 1
      process.stderr.write(`${label}: ${name} is ${bytes} bytes gzipped: 1000 are allowed\n`)
    }
  }
  for (const [label, { gzipped, bindingAlone }] of Object.entries(sizes)) {
    const said = new RegExp(`\\| ${label} \\| ([\\d.]+) kB \\| ([\\d.]+) kB \\|`).exec(readme)
    const isTrue =
      said &&
      Math.abs(Number(said[1]) - gzipped / 1000) <= toleranceKb &&
      Math.abs(Number(said[2]) - bindingAlone / 1000) <= toleranceKb
    if (isTrue) continue
    process.exitCode = 1
    process.stderr.write(
      `README.md should say: | ${label} | ${kb(gzipped)} kB | ${kb(bindingAlone)} kB |\n`,
    )
  }
}

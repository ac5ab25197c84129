/**
 * What a user downloads for the React and the Vue binding, the framework apart: bundled by Vite, minified and
 * gzipped. `--json` prints, in bytes and for each binding:
 *
 * - `first`: all that loads before the sign-in form can be shown, the chart and XState included.
 * - `all`: `first` and what every flow of the classic API loads later: sign-in by a password (SRP), sign-up, lost
 *   passwords, MFA, devices, the account and the refresh of its session. Not in it, because each is loaded only by
 *   who needs it: what reads a rejection of Cognito in detail, the hosted UI, cookies, passkeys, AWS credentials,
 *   sessions of other providers, and the screen that a reload has interrupted. The sizes of these are in `later`.
 * - `early`: all that loads before the sign-in form can be typed in, with the entry that shows it before the chart is
 *   there.
 * - `binding`: the binding alone, without the machine. Also each of its `exports`.
 *
 * `entries` are the optional entries of the machine, each with all that it imports. `--check` fails when a part is
 * larger than its limit, or when the README says something else.
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { bundleApp, gzippedBytes, minifiedBytes, sharesOf } from './lib/sizes/bundle-app.mjs'

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

/** The entry that shows the first screen before the chart is there. */
const earlyEntry = '@authchart/machine/early'

/** The bytes that a binding may have, gzipped. Each of its exports may have `export`. */
const limits = { first: 45_000, all: 64_400, early: 11_500, export: 1_000 }

/** What `all` has beside `first`, by the names of the chunks. */
const flows = ['user-pool']

/** What is loaded by who needs it, by the names of the chunks; after `before`, which is what sends requests by default. */
const later = {
  'what sends requests': {
    modules: ['user-pool'],
    before: [],
    said: /What sends requests is ([\d.]+) kB/,
  },
  'SHA-256 without Web Crypto': { modules: ['sha256'], said: /loads ([\d.]+) kB for SHA-256/ },
  rejections: { modules: ['read-rejection'], said: /rejection of Cognito says is ([\d.]+) kB/ },
  'the hosted UI': {
    modules: ['hosted-ui-calls'],
    said: /loads ([\d.]+) kB more at the first redirect/,
  },
  'an interrupted screen': {
    modules: ['parse-interrupted-screen'],
    said: /resumes a screen after a reload is ([\d.]+) kB/,
  },
  cookies: { modules: ['page-cookies'], before: [], said: /Cookies are ([\d.]+) kB/ },
  passkeys: { modules: ['ceremonies'], said: /pool with passkeys loads ([\d.]+) kB/ },
  'sessions of other providers': {
    modules: ['federation'],
    said: /token of another provider is ([\d.]+) kB/,
  },
  'AWS credentials': {
    modules: ['open-credentials', 'identity-client'],
    said: /loads ([\d.]+) kB when the app first requests them/,
  },
}

/** Entries that an app may import beside `createAuth`, and the gzipped bytes that each may have. */
const entryLimits = { '@authchart/machine/validators': 5_500 }

/** The gzipped bytes of an entry by itself. */
async function measureEntry(name) {
  const { all } = await bundleApp(`export * from '${name}'`, [])
  return gzippedBytes(all)
}

/** The gzipped bytes that the chunks load beside the first ones and what the chunks `before` load. */
function laterBytes(app, names, before = []) {
  const there = new Set([...app.first, ...app.loadedBy(before)])
  return gzippedBytes(app.loadedBy(names).filter((chunk) => !there.has(chunk)))
}

/** The exports without the machine and the framework, in gzipped bytes. */
async function measureAlone({ name, framework }, exports) {
  const external = [...framework, '@xstate', '@authchart/machine']
  const { all } = await bundleApp(`export { ${exports} } from '${name}'`, external)
  return gzippedBytes(all)
}

/** The smallest app with `createAuth` of an entry. */
const bundleSmallest = ({ name, framework, base }, entry) =>
  bundleApp(`export { createAuth } from '${entry}'; export { ${base} } from '${name}'`, framework)

async function measure(binding) {
  const { name, base } = binding
  const app = await bundleSmallest(binding, '@authchart/machine')
  const early = await bundleSmallest(binding, earlyEntry)
  const withForms = { ...binding, base: `${base}, useAuthForm` }
  const earlyForms = await bundleSmallest(withForms, earlyEntry)
  const exports = {}
  for (const only of Object.keys(await import(name))) {
    exports[only] = await measureAlone(binding, only)
  }
  const first = gzippedBytes(app.first)
  return {
    first,
    all: first + laterBytes(app, flows),
    early: gzippedBytes(early.first),
    sharesOfEarlyForms: sharesOf(earlyForms.first),
    binding: await measureAlone(binding, base),
    exports,
    minified: minifiedBytes(app.first),
    shares: sharesOf(app.first),
  }
}

/** What an app loads that uses everything. */
async function measureLater({ name, framework, base }) {
  const app = await bundleApp(
    `export { createAuth } from '@authchart/machine'
export { identityPool } from '@authchart/machine/identity-pool'
export { ${base} } from '${name}'`,
    framework,
  )
  return Object.fromEntries(
    Object.entries(later).map(([what, { modules, before = ['user-pool'] }]) => [
      what,
      laterBytes(app, modules, before),
    ]),
  )
}

const kb = (bytes) => (bytes / 1000).toFixed(1)

const sizes = {}
for (const [key, binding] of Object.entries(bindings)) sizes[key] = await measure(binding)

const laterSizes = await measureLater(bindings.react)
const entrySizes = {}
for (const name of Object.keys(entryLimits)) entrySizes[name] = await measureEntry(name)

if (process.argv.includes('--json')) {
  process.stdout.write(`${JSON.stringify({ ...sizes, later: laterSizes, entries: entrySizes })}\n`)
} else {
  for (const [key, size] of Object.entries(sizes)) {
    const { first, all, early, binding, minified, exports, shares } = size
    process.stdout.write(
      `${bindings[key].label}, gzipped: ${kb(first)} kB before the first screen (${kb(minified)} minified), ${kb(all)} with every flow; `,
    )
    process.stdout.write(`the binding alone ${kb(binding)}; with the early entry ${kb(early)}\n`)
    for (const [part, share] of Object.entries(shares)) {
      process.stdout.write(`  ${(share * 100).toFixed(0).padStart(6)} %  ${part}\n`)
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
  for (const [key, size] of Object.entries(sizes)) {
    const { first, all, binding, exports, shares } = size
    const { label } = bindings[key]
    const early = Object.keys(shares).filter(isLate)
    if (early.length > 0) complain(`${label}: every app would load ${early.join(', ')}`)
    requireAtMost(limits.first, first, `${label}: what loads before the first screen`)
    requireAtMost(limits.all, all, `${label}: what every flow loads`)
    requireAtMost(limits.early, size.early, `${label}: the early entry`)
    if ('xstate' in size.sharesOfEarlyForms) {
      complain(`${label}: the early entry with useAuthForm loads the chart`)
    }
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
  const [, saidOfEarly] = /sign-in form after ([\d.]+) kB \(React\)/.exec(readme) ?? []
  if (!isSaid(saidOfEarly, sizes.react.early)) {
    complain(
      `README.md should say of the early entry: ${kb(sizes.react.early)} kB (it says ${saidOfEarly})`,
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

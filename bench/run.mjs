/** `npm run bench`: see `usage`. */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { basename, extname, join } from 'node:path'
import { env, execPath, exit, stderr, stdout, versions } from 'node:process'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { bundleToFile } from './support/bundle-for-node.mjs'
import { renderComparison, renderResults, renderSummary } from './support/render-results.mjs'
import { peerVersions } from './support/versions.mjs'

const folder = fileURLToPath(new URL('.', import.meta.url))
const namesIn = (path) =>
  new Map(
    readdirSync(path)
      .filter((file) => /\.(ts|mjs)$/.test(file) && file !== 'run.mjs')
      .map((file) => [basename(file, extname(file)), join(path, file)]),
  )
const comparisons = namesIn(join(folder, 'comparisons'))
const figures = namesIn(folder)

const usage = `npm run bench [-- NAME … --short]

  Runs each comparison with peers and writes bench/RESULTS.md; with a NAME those alone.

  NAME     a comparison: ${[...comparisons.keys()].join(', ')};
           or figures of ours, which are printed only: ${[...figures.keys()].join(', ')}
  --short  a few rounds, which show that a bench works; its figures mean nothing and are not
           written. Without a NAME, all comparisons and all figures
`

const { values, positionals } = readArguments()
if (values.help) {
  stdout.write(usage)
  exit(0)
}
const all = values.short ? [...comparisons.keys(), ...figures.keys()] : [...comparisons.keys()]
const names = positionals.length > 0 ? positionals : all
const unknown = names.find((name) => !comparisons.has(name) && !figures.has(name))
if (unknown !== undefined) {
  stderr.write(`No bench is named "${unknown}"\n\n${usage}`)
  exit(2)
}

const failed = []
const measured = []
for (const [index, name] of names.entries()) {
  const begun = performance.now()
  stderr.write(`${index + 1} of ${names.length}: ${name}\n`)
  if (comparisons.has(name)) {
    const comparison = compare(name)
    if (comparison) {
      measured.push(comparison)
      stdout.write(`${renderComparison(comparison)}\n\n`)
    } else failed.push(name)
  } else if (!(await printFigures(figures.get(name)))) failed.push(name)
  stderr.write(`  ${((performance.now() - begun) / 1000).toFixed(0)} s\n`)
}
if (!values.short && measured.length > 0) writeResults()
if (failed.length > 0) {
  stderr.write(`Failed: ${failed.join(', ')}\n`)
  exit(1)
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { short: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
    })
  } catch (error) {
    stderr.write(`${error.message}\n\n${usage}`)
    exit(2)
  }
}

/** In a process of its own, so that no comparison warms another one up. @param {string} name */
function compare(name) {
  const url = pathToFileURL(comparisons.get(name)).href
  const script = `import { compare, meaning, title } from ${JSON.stringify(url)}
const rows = await compare({ isShort: ${Boolean(values.short)} })
process.stdout.write(JSON.stringify({ name: ${JSON.stringify(name)}, title, meaning, rows }), () => process.exit(0))`
  const { status, stdout: output } = spawnSync(
    execPath,
    ['--input-type=module', '--eval', script],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
      encoding: 'utf8',
      cwd: folder,
    },
  )
  return status === 0 ? JSON.parse(output) : undefined
}

/** @param {string} path @returns {Promise<boolean>} whether it came to its end */
async function printFigures(path) {
  const options = { stdio: 'inherit', env: values.short ? { ...env, BENCH_SHORT: '1' } : env }
  if (path.endsWith('.mjs')) return spawnSync(execPath, [path], options).status === 0
  return bundleToFile(path, (file) => spawnSync(execPath, [file], options).status === 0)
}

/** Comparisons that were not run now stay as they are. */
function writeResults() {
  const data = join(folder, 'results.gen.json')
  const before = existsSync(data) ? JSON.parse(readFileSync(data, 'utf8')).comparisons : []
  const [cpu] = cpus()
  const results = {
    date: new Date().toISOString().slice(0, 10),
    machine: { cpu: cpu?.model ?? 'unknown', cores: cpus().length, node: versions.node },
    versions: peerVersions(),
    comparisons: [...comparisons.keys()].flatMap(
      (name) => [...measured, ...before].find((comparison) => comparison.name === name) ?? [],
    ),
  }
  writeFileSync(data, `${JSON.stringify(results, null, 2)}\n`)
  writeFileSync(join(folder, 'RESULTS.md'), renderResults(results))
  const readme = join(folder, '../README.md')
  const text = readFileSync(readme, 'utf8')
  writeFileSync(
    readme,
    text.replace(
      /(<!-- bench -->\n)[\s\S]*?(<!-- \/bench -->)/,
      (_block, begin, end) => `${begin}${renderSummary(results)}\n${end}`,
    ),
  )
}

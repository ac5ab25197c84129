/** Bundles a benchmark and runs it. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, extname, join } from 'node:path'
import { env, execPath, exit, stderr, stdout } from 'node:process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { build } from 'esbuild'

const folder = fileURLToPath(new URL('.', import.meta.url))
const benches = new Map(
  readdirSync(folder)
    .filter((file) => /\.(ts|mjs)$/.test(file) && file !== 'run.mjs')
    .map((file) => [basename(file, extname(file)), join(folder, file)]),
)

const usage = `npm run bench -- [NAME …] [--short]

  NAME     ${[...benches.keys()].join(', ')}; without one, srp-sign-in
  --short  a few rounds, which show that a bench works; its figures mean nothing. Without a NAME, all of them
`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { short: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
})
if (values.help) {
  stdout.write(usage)
  exit(0)
}
const names =
  positionals.length > 0 ? positionals : values.short ? [...benches.keys()] : ['srp-sign-in']
const unknown = names.find((name) => !benches.has(name))
if (unknown !== undefined) {
  stderr.write(`No bench is named "${unknown}"\n\n${usage}`)
  exit(2)
}

const failed = []
for (const name of names) {
  if (names.length > 1) stdout.write(`\n${name}\n`)
  if (!(await run(benches.get(name)))) failed.push(name)
}
if (failed.length > 0) {
  stderr.write(`Failed: ${failed.join(', ')}\n`)
  exit(1)
}

/** @param {string} path @returns {Promise<boolean>} whether it came to its end */
async function run(path) {
  const options = {
    stdio: 'inherit',
    env: values.short ? { ...env, BENCH_SHORT: '1' } : env,
  }
  if (path.endsWith('.mjs')) return spawnSync(execPath, [path], options).status === 0
  const directory = mkdtempSync(join(tmpdir(), 'authchart-bench-'))
  const outfile = join(directory, 'bench.cjs')
  try {
    await build({
      entryPoints: [path],
      bundle: true,
      platform: 'node',
      outfile,
      conditions: ['authchart-source'],
    })
    return spawnSync(execPath, [outfile], options).status === 0
  } finally {
    rmSync(directory, { recursive: true })
  }
}

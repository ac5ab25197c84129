/** Bundles a benchmark and runs it: `npm run bench`, `npm run bench walks`. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const [name = 'srp-sign-in'] = process.argv.slice(2)
const directory = mkdtempSync(join(tmpdir(), 'authchart-bench-'))
const outfile = join(directory, 'bench.cjs')
await build({
  entryPoints: [fileURLToPath(new URL(`${name}.ts`, import.meta.url))],
  bundle: true,
  platform: 'node',
  outfile,
  conditions: ['authchart-source'],
})
const { status } = spawnSync(process.execPath, [outfile], { stdio: 'inherit' })
rmSync(directory, { recursive: true })
process.exitCode = status ?? 1

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const folder = fileURLToPath(new URL('..', import.meta.url))

/**
 * Bundles a module and imports it: TypeScript, or a library that needs another version of its dependency.
 *
 * @param {{ contents: string, alias?: Record<string, string>, resolveDir?: string, conditions?: string[] }} module
 *   `contents` resolves from `bench` by default
 */
export async function importBundled({
  contents,
  alias = {},
  resolveDir = folder,
  conditions = [],
}) {
  const directory = mkdtempSync(join(tmpdir(), 'authchart-bench-'))
  try {
    const outfile = join(directory, 'module.mjs')
    await build({
      stdin: { contents, resolveDir, loader: 'ts' },
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      outfile,
      alias,
      conditions,
      banner: {
        js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url)",
      },
    })
    return await import(pathToFileURL(outfile).href)
  } finally {
    rmSync(directory, { recursive: true })
  }
}

/**
 * Bundles a bench, out of the sources of our packages, and runs it.
 *
 * @template T
 * @param {string} path
 * @param {(file: string) => T} run
 */
export async function bundleToFile(path, run) {
  const directory = mkdtempSync(join(tmpdir(), 'authchart-bench-'))
  try {
    const outfile = join(directory, 'bench.cjs')
    await build({
      entryPoints: [path],
      bundle: true,
      platform: 'node',
      outfile,
      conditions: ['authchart-source'],
    })
    return run(outfile)
  } finally {
    rmSync(directory, { recursive: true })
  }
}

import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { expect, it } from 'vitest'

/** What a page loads before anything is clicked: minified and gzipped, without the machine and XState. */
async function bytesOf(entry: string): Promise<number> {
  const { outputFiles, metafile } = await build({
    entryPoints: [fileURLToPath(new URL(`../src/${entry}`, import.meta.url))],
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    outdir: '/',
    write: false,
    metafile: true,
    conditions: ['authchart-source'],
    external: ['@authchart/machine', 'xstate'],
  })
  const outputs = new Map(
    Object.entries(metafile.outputs).map(([name, one]) => [nameOf(name), one]),
  )
  const loaded = new Set<string>()
  const load = (name: string) => {
    if (loaded.has(name)) return
    loaded.add(name)
    for (const { path, kind, external } of outputs.get(name)?.imports ?? []) {
      if (kind === 'import-statement' && !external) load(nameOf(path))
    }
  }
  load(nameOf(entry.replace(/ts$/, 'js')))
  return outputFiles
    .filter(({ path }) => loaded.has(nameOf(path)))
    .reduce((sum, { contents }) => sum + gzipSync(contents, { level: 9 }).length, 0)
}

const nameOf = (path: string) => path.split('/').at(-1) ?? path

it('the panel is 25 kB or less, before a view that is loaded when it is seen', async () => {
  const bytes = await bytesOf('panel/panel.ts')
  expect(bytes).toBeGreaterThan(10_000)
  expect(bytes).toBeLessThanOrEqual(25_000)
})

it('with all that records it is 35 kB or less', async () => {
  expect(await bytesOf('index.ts')).toBeLessThanOrEqual(35_000)
})

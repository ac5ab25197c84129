import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { expect, test } from 'vitest'

interface Bytes {
  /** What a page loads before anything is clicked. */
  readonly atOnce: number
  /** What views and verbs load when they are used. */
  readonly later: number
}

/** Minified and gzipped, without the machine, the testing package and XState. */
async function bytesOf(entry: string): Promise<Bytes> {
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
    external: ['@authchart/machine', '@authchart/testing', '@dagrejs/dagre', 'xstate'],
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
  const sumOf = (isAtOnce: boolean) =>
    outputFiles
      .filter(({ path }) => loaded.has(nameOf(path)) === isAtOnce)
      .reduce((sum, { contents }) => sum + gzipSync(contents, { level: 9 }).length, 0)
  return { atOnce: sumOf(true), later: sumOf(false) }
}

const nameOf = (path: string) => path.split('/').at(-1) ?? path

test('the panel is 25 kB or less, before a view that is loaded when it is seen', async () => {
  const { atOnce } = await bytesOf('panel/panel.ts')
  expect(atOnce).toBeGreaterThan(10_000)
  expect(atOnce).toBeLessThanOrEqual(25_000)
})

test('with all that records it is 35 kB or less', async () => {
  expect((await bytesOf('index.ts')).atOnce).toBeLessThanOrEqual(35_000)
})

test('all views and verbs that are loaded later are 43.5 kB or less, without what lays out an extended chart', async () => {
  const { later } = await bytesOf('index.ts')
  expect(later).toBeGreaterThan(20_000)
  expect(later).toBeLessThanOrEqual(43_500)
})

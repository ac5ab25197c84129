/**
 * What the inspector costs: memory (`inspector-memory.ts`), bytes of each entry,
 * and the frames of a page while 10 000 events stream into its open panel. Needs what is built, and
 * a browser, found as for `npm test`.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { env, execPath, stdout } from 'node:process'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { chromium } from '@playwright/test'
import { build } from 'esbuild'
import { createServer } from 'vite'
import { findBrowser } from '../scripts/lib/browser/find-browser.mjs'

const devtools = new URL('../packages/devtools/', import.meta.url)
const pathOf = (path) => fileURLToPath(new URL(path, devtools))
const events = env.BENCH_SHORT ? 1000 : 10_000
const print = (line) => stdout.write(`${line}\n`)

const { status } = spawnSync(
  execPath,
  [fileURLToPath(new URL('run.mjs', import.meta.url)), 'inspector-memory'],
  { stdio: 'inherit' },
)
if (status !== 0) throw new Error('inspector-memory failed')
await bytes()
await frames()

/** The size of each entry, as it is loaded at once: minified and gzipped, without what the app has anyway. */
async function bytes() {
  const { exports } = JSON.parse(readFileSync(pathOf('package.json'), 'utf8'))
  print('\nbytes at once, min + gzip (later: what is loaded when it is used)')
  for (const [name, conditions] of Object.entries(exports)) {
    const sizes = []
    for (const condition of ['development', 'default']) {
      const entry = conditions[condition] ?? conditions.default
      const { metafile, outputFiles } = await build({
        entryPoints: [pathOf(entry)],
        bundle: true,
        splitting: true,
        minify: true,
        format: 'esm',
        target: 'es2022',
        outdir: 'out',
        write: false,
        metafile: true,
        external: ['xstate', 'react', 'vue', '@authchart/*', '@vue/devtools-api'],
      })
      const early = loadedAtOnce(metafile.outputs, basename(entry))
      const sum = (files) =>
        files.reduce((all, { contents }) => all + gzipSync(contents, { level: 9 }).length, 0)
      const isEarly = ({ path }) => early.has(basename(path))
      sizes.push([
        sum(outputFiles.filter(isEarly)),
        sum(outputFiles.filter((file) => !isEarly(file))),
      ])
    }
    const [[now, later], [production]] = sizes
    print(`- ${name}: ${now} (later ${later}); in production ${production}`)
  }
  print(`- the standalone page: ${gzipSync(readFileSync(pathOf('dist/page/page.js'))).length}`)
}

/** The entry, and the chunks that it imports statically. */
function loadedAtOnce(outputs, source) {
  const byName = new Map(Object.entries(outputs).map(([path, output]) => [basename(path), output]))
  const [entry] = [...byName].find(([, { entryPoint = '' }]) => basename(entryPoint) === source)
  const loaded = new Set([entry])
  for (const name of loaded) {
    for (const { path, kind } of byName.get(name).imports) {
      if (kind === 'import-statement' && byName.has(basename(path))) loaded.add(basename(path))
    }
  }
  return loaded
}

/** The demo streams events, 40 a frame, with the panel closed and with each view open. */
async function frames() {
  const server = await createServer({
    root: pathOf('demo'),
    configFile: pathOf('demo/vite.config.ts'),
    logLevel: 'error',
    // Nothing is loaded again in the middle.
    server: { host: '127.0.0.1', port: 0, hmr: false, watch: null },
  })
  await server.listen()
  const browser = await chromium.launch({ executablePath: await findBrowser() })
  const address = `${server.resolvedUrls?.local[0]}?events=${events}`
  print(`\nframes while ${events} events stream, in ms`)
  // The first time the server makes what it serves.
  await streamed(browser, address, undefined)
  for (const view of [undefined, 'Now', 'Timeline', 'Chart', 'Session']) {
    const { times, heapMb } = await streamed(browser, address, view)
    const sorted = [...times].sort((one, other) => one - other)
    const at = (part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]
    print(
      `- ${view ?? 'closed'}: median ${at(0.5).toFixed(1)}, p95 ${at(0.95).toFixed(1)}, longest ${at(1).toFixed(1)}; ${times.length} frames, heap ${heapMb} MB`,
    )
  }
  await browser.close()
  await server.close()
}

async function streamed(browser, address, view) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  page.setDefaultTimeout(90_000)
  await page.addInitScript((isOpen) => {
    if (isOpen) sessionStorage.setItem('authchart-inspector', '400')
  }, view !== undefined)
  await page.goto(address)
  if (view) await page.getByRole('tab', { name: view, exact: true }).click()
  await page.waitForFunction(() => document.documentElement.dataset.story)
  const times = await page.evaluate(
    () =>
      new Promise((resolve) => {
        const times = []
        let last = performance.now()
        const frame = (now) => {
          times.push(now - last)
          last = now
          if (document.documentElement.dataset.story === 'over') resolve(times.slice(2))
          else requestAnimationFrame(frame)
        }
        requestAnimationFrame(frame)
      }),
  )
  const heapMb = await page.evaluate(() => Math.round(performance.memory.usedJSHeapSize / 2 ** 20))
  await page.close()
  return { times, heapMb }
}

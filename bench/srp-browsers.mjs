/**
 * Main-thread time of one SRP sign-in, ours and the library's, in each browser that is installed: Chromium, Firefox,
 * and WebKitGTK's MiniBrowser, which needs a display (or `xvfb-run`).
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { env, stdout } from 'node:process'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { findBrowser } from '../scripts/lib/browser/find-browser.mjs'
import { killTree } from '../scripts/lib/kill-tree.mjs'
import { median, ratioOf } from './support/statistics.mjs'

const patienceMs = 120_000
const rounds = env.BENCH_SHORT ? 2 : 15

const page = await bundlePage()
for (const [name, commandFor] of Object.entries(await browsers())) {
  const figures = commandFor ? describe(await measureIn(commandFor)) : 'not installed'
  stdout.write(`- ${name}: ${figures}\n`)
}

/** @param {{ ours: number[], theirs: number[] }} times */
function describe(times) {
  const [ours, theirs] = [median(times.ours), median(times.theirs)]
  return `${ours.toFixed(1)} ms, the library ${theirs.toFixed(1)} ms: ${ratioOf(times).toFixed(3)}`
}

/** By name: the command that opens an address, in a profile of its own; `undefined` where it is not installed. */
async function browsers() {
  const chromium = await findBrowser()
  const firefox = inPath('firefox-esr') ?? inPath('firefox')
  const webkit = miniBrowser()
  const display = env.DISPLAY ? [] : [inPath('xvfb-run'), '-a']
  return {
    chromium: (profile) => [
      chromium,
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      `--user-data-dir=${profile}`,
    ],
    firefox: firefox && ((profile) => [firefox, '--headless', '--no-remote', '--profile', profile]),
    webkit: webkit && display[0] !== undefined && (() => [...display, webkit, '--private']),
  }
}

function inPath(name) {
  const paths = (env.PATH ?? '').split(delimiter).map((folder) => join(folder, name))
  return paths.find((path) => existsSync(path))
}

function miniBrowser() {
  const libraries = '/usr/lib/x86_64-linux-gnu'
  if (!existsSync(libraries)) return undefined
  return readdirSync(libraries)
    .filter((name) => name.startsWith('webkit2gtk-'))
    .map((name) => join(libraries, name, 'MiniBrowser'))
    .find((path) => existsSync(path))
}

/** Opens the page, which posts what it has measured. */
async function measureIn(commandFor) {
  const profile = mkdtempSync(join(tmpdir(), 'authchart-bench-'))
  let receive
  const received = new Promise((resolve) => {
    receive = resolve
  })
  const server = createServer((request, response) => {
    if (request.method !== 'POST') {
      response.setHeader('content-type', 'text/html')
      response.end(
        `<!doctype html><meta charset="utf-8"><title>Bench</title><script>${page}</script>`,
      )
      return
    }
    let body = ''
    request.setEncoding('utf8').on('data', (chunk) => {
      body += chunk
    })
    request.on('end', () => {
      response.end()
      receive(JSON.parse(body))
    })
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  const [file, ...parameters] = [
    ...commandFor(profile),
    `http://127.0.0.1:${server.address().port}/`,
  ]
  const child = spawn(file, parameters, {
    stdio: 'ignore',
    detached: true,
    env: { ...env, HOME: profile },
  })
  let timer
  const late = new Promise((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`${file} has sent nothing`)), patienceMs)
    child.on('error', reject)
  })
  try {
    return await Promise.race([received, late])
  } finally {
    clearTimeout(timer)
    await killTree(child.pid)
    server.closeAllConnections()
    server.close()
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
}

async function bundlePage() {
  const { outputFiles } = await build({
    stdin: {
      contents: `import { measureSrp } from './support/measure-srp.ts'
setTimeout(async () => fetch('/', { method: 'POST', body: JSON.stringify(await measureSrp(${rounds})) }), 500)`,
      resolveDir: fileURLToPath(new URL('.', import.meta.url)),
      loader: 'ts',
    },
    bundle: true,
    minify: true,
    charset: 'ascii',
    format: 'iife',
    target: 'es2022',
    platform: 'browser',
    define: { global: 'globalThis' },
    conditions: ['authchart-source'],
    write: false,
  })
  const [file] = outputFiles
  // In a script of a page this would end it.
  return (file?.text ?? '').replaceAll('</script', '<\\/script')
}

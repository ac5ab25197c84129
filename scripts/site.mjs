/**
 * Builds the site out of docs/ into site/dist, with the playground, which `npm run site` builds before.
 *
 *   npm run site [-- --serve] [-- --follow-links]
 *
 * `--serve` shows it at an address of this machine; `--follow-links` follows every link of the built pages, and lists
 * those to other sites.
 */
import { spawnSync } from 'node:child_process'
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { followLinks } from '../site/lib/follow-links.mjs'
import { root, toolCommand } from './lib/paths.mjs'

const { values } = parseArgs({
  options: {
    serve: { type: 'boolean', default: false },
    'follow-links': { type: 'boolean', default: false },
  },
})

const site = join(root, 'site')
const dist = join(site, 'dist')
const playground = join(root, 'examples/playground/dist')

runTool('vitepress', 'build', '.')
cpSync(playground, join(dist, 'playground'), { recursive: true })
if (values['follow-links']) followAll()
if (values.serve) runTool('vite', 'preview', '--outDir', 'dist', '--host', '127.0.0.1', '--open')

/** Ends this command if the tool fails. */
function runTool(...parameters) {
  const [file, ...rest] = toolCommand(...parameters)
  const { status } = spawnSync(file, rest, { cwd: site, stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}

function followAll() {
  const { pages, links, broken, loaded, external } = followLinks(dist)
  const lines = [
    `${pages} pages, ${links} links inside of the site, ${external.length} to other sites:`,
    ...external.map((link) => `  ${link}`),
    ...broken.map((link) => `✗ leads nowhere: ${link}`),
    ...loaded.map((link) => `✗ is loaded from another host: ${link}`),
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
  if (broken.length + loaded.length > 0) process.exitCode = 1
}

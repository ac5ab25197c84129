import { join } from 'node:path'
import { root } from '../paths.mjs'
import { run } from '../run.mjs'
import { paint, say } from '../say.mjs'
import { turbo } from '../turbo.mjs'
import { ReleaseError } from './release-error.mjs'

const checkTimeoutMs = 20 * 60_000

/**
 * Requires a tree without changes, on the main branch.
 *
 * @param {{ isDryRun: boolean }} options a dry run only shows what would stop a release
 * @throws ReleaseError
 */
export async function checkTree({ isDryRun }) {
  const { output: changes } = await git('status', '--porcelain')
  const files = changes.split('\n').filter(Boolean)
  const shown = files.slice(0, 10).map((line) => `\n    ${line}`)
  if (files.length > 0) reject(`${files.length} files are not committed:${shown.join('')}`)
  const { output: name } = await git('rev-parse', '--abbrev-ref', 'HEAD')
  const branch = name.trim()
  // A workflow has a tag checked out, and no branch.
  if (!['main', 'HEAD'].includes(branch)) reject(`The branch is ${branch}, not main.`)
  say(`${paint('green', '✓')} the tree`)

  function reject(message) {
    if (!isDryRun) throw new ReleaseError(message)
    say(`${paint('yellow', '!')} This stops a release: ${message}`)
  }
}

/**
 * Builds the packages, and checks them as `npm run check:packages` does.
 *
 * @throws ReleaseError
 */
export async function checkPackages() {
  await pass('the build', turbo('build', '--filter=./packages/*'))
  const script = join(root, 'scripts/check-packages.mjs')
  await pass('the packages', run([process.execPath, script], { timeoutMs: checkTimeoutMs }))
}

async function pass(what, running) {
  const { code, output } = await running
  if (code !== 0) throw new ReleaseError(`${what}:\n${output.trim()}`)
  say(`${paint('green', '✓')} ${what}`)
}

async function git(...parameters) {
  const result = await run(['git', ...parameters])
  if (result.code !== 0) throw new ReleaseError(`git ${parameters.join(' ')}:\n${result.output}`)
  return result
}

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseCommand, UsageError } from '../parse-command.mjs'
import { root } from '../paths.mjs'
import { paint, say } from '../say.mjs'
import { checkPackages, checkTree } from './checks.mjs'
import { copyTree } from './copy-tree.mjs'
import { listRelease } from './list-release.mjs'
import { packRelease } from './pack-release.mjs'
import { ReleaseError } from './release-error.mjs'
import { setVersions } from './set-versions.mjs'
import { tryPublish } from './try-publish.mjs'

/** Where the tarballs of a release are; git-ignored. */
const releaseDir = join(root, '.release')

const help = `npm run release: all of a release but to publish it. Nothing leaves this machine.

  npm run release                checks the tree, builds, checks the packages, sets versions and changelogs by the files in
                                 .changeset/, packs into .release/, and tries "npm publish --dry-run"
  npm run release -- --dry-run   the same in a temporary copy: no file here changes
  npm run release -- --packed    sets no versions: packs those that are committed, as the workflow does for a tag
  npm run release -- --help      shows this

docs/releasing.md says what to do then.`

/**
 * @param {string[]} argv
 * @returns {Promise<number>} exit code
 */
export async function runRelease(argv) {
  try {
    const options = parseCommand(argv, {
      'dry-run': { type: 'boolean', default: false },
      packed: { type: 'boolean', default: false },
    })
    if (options.help) say(help)
    else await release({ isDryRun: options['dry-run'], isPacked: options.packed })
    return 0
  } catch (error) {
    if (error instanceof UsageError) {
      say(error.message)
      return 2
    }
    if (!(error instanceof ReleaseError)) throw error
    say(`${paint('red', '✗')} ${error.message}\n\nThere is no release.`)
    return 1
  }
}

/** @param {{ isDryRun: boolean, isPacked: boolean }} options */
async function release({ isDryRun, isPacked }) {
  const temporary = isDryRun ? mkdtempSync(join(tmpdir(), 'authchart-release-')) : undefined
  try {
    await checkTree({ isDryRun })
    await checkPackages()
    const folder = temporary ? await copyTree(join(temporary, 'tree')) : root
    if (!isPacked) await setVersions(folder)
    const to = temporary ? join(temporary, 'packed') : releaseDir
    rmSync(to, { recursive: true, force: true })
    mkdirSync(to, { recursive: true })
    const packed = packRelease(folder, to)
    await tryPublish(packed)
    say(`\n${listRelease(packed)}\n`)
    say(isDryRun ? 'Nothing was published, and no file has changed.' : nextSteps(packed, isPacked))
  } finally {
    if (temporary) rmSync(temporary, { recursive: true, force: true })
  }
}

function nextSteps([{ version }], isPacked) {
  if (isPacked) return 'Nothing was published. The tarballs are in .release/.'
  return `Nothing was published. Look at the changes, then:

  git commit --all --message "chore: release ${version}"
  git tag v${version}
  git push --follow-tags   # the workflow "release" publishes the tag`
}

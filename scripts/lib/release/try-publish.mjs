import { npmCommand } from '../paths.mjs'
import { run } from '../run.mjs'
import { paint, say } from '../say.mjs'
import { tagOf } from './list-release.mjs'
import { ReleaseError } from './release-error.mjs'

/** Errors of npm that are about the network, not about the package. */
const unreachable = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT/

/**
 * `npm publish --dry-run` for each package; it asks the registry whether the version is there, and needs no account.
 *
 * @param {import('./pack-release.mjs').PackedPackage[]} packed
 * @throws ReleaseError for what npm rejects
 */
export async function tryPublish(packed) {
  for (const { name, version, tarball, needs } of packed) {
    const strange = Object.entries(needs).filter(([, range]) => range !== version)
    if (strange.length > 0) {
      throw new ReleaseError(`${name} ${version} needs ${strange.flat().join(' ')}`)
    }
    const { code, output } = await run(
      npmCommand('publish', tarball, '--dry-run', '--provenance', '--tag', tagOf(version)),
    )
    if (code !== 0 && unreachable.test(output)) {
      say(`${paint('yellow', '!')} npm publish --dry-run: the registry cannot be reached`)
      return
    }
    if (code !== 0) throw new ReleaseError(`npm publish --dry-run of ${name}:\n${output.trim()}`)
    // A dry run needs no account.
    const warned = output
      .split('\n')
      .filter((line) => /npm warn publish(?!.*be logged in)/i.test(line))
    if (warned.length > 0)
      throw new ReleaseError(`npm would correct ${name}:\n${warned.join('\n')}`)
  }
  say(`${paint('green', '✓')} npm publish --dry-run --provenance of ${packed.length} packages`)
}

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'

/**
 * The problems that publint finds in packed packages, suggestions included.
 *
 * @param {{ name: string, folder: string }[]} packed
 * @returns {Promise<string[]>} one line for each
 */
export async function runPublint(packed) {
  const found = await Promise.all(
    packed.map(async ({ name, folder }) => {
      const manifest = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'))
      const { messages } = await publint({ pkgDir: folder, pack: false, strict: true })
      return messages.map((message) => `${name}: ${formatMessage(message, manifest)}`)
    }),
  )
  return found.flat()
}

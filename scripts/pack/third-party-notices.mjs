import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../lib/paths.mjs'

/** Licences that require no text beside the code. */
const withoutText = ['0BSD']

/**
 * The licences of the packages that are bundled, with the texts that they require.
 *
 * @param {string[]} names
 * @param {string[]} from folders that have `node_modules`, in order
 * @returns {string}
 * @throws Error if a package has no text of its licence
 */
export function thirdPartyNotices(names, from) {
  const parts = names.map((name) => {
    const folder = folderOf(name, from)
    const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    const texts = readdirSync(folder)
      .filter((file) => /^(?:licen[cs]e|notice|copyright)/i.test(file))
      .sort()
      .map((file) => readFileSync(join(folder, file), 'utf8').trim())
    if (texts.length === 0 && !withoutText.includes(license)) {
      throw new Error(`${name} ${version} is bundled, and has no text of its licence ${license}`)
    }
    return [`${name} ${version} (${license})`, ...texts].join('\n\n')
  })
  const line = `\n\n${'-'.repeat(80)}\n\n`
  return `This package contains code of these packages:\n\n${parts.join(line)}\n`
}

function folderOf(name, from) {
  const found = [...from, root]
    .map((folder) => join(folder, 'node_modules', name))
    .find((folder) => existsSync(join(folder, 'package.json')))
  if (!found) throw new Error(`${name} is bundled, and not installed`)
  return found
}

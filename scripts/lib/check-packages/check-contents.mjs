import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { bundledPackages } from '../../pack/bundled-packages.mjs'

const required = ['README.md', 'LICENSE', 'NOTICE']
const fields = ['description', 'keywords', 'license', 'homepage', 'repository', 'bugs', 'engines']

/**
 * What packed packages lack, and what they should not have: fields of the manifest, licences, files that it names,
 * source maps that are not complete.
 *
 * @param {{ name: string, folder: string }[]} packed
 * @returns {string[]} one line for each
 */
export function checkContents(packed) {
  return packed.flatMap(({ name, folder }) => {
    const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    const found = [
      ...fields.filter((field) => !manifest[field]).map((field) => `no "${field}"`),
      ...required.filter((file) => !existsSync(join(folder, file))).map((file) => `no ${file}`),
      ...publishProblems(manifest),
      ...missingFiles(manifest, folder),
      ...missingFolders(manifest, folder),
      ...mapProblems(folder),
      ...noticeProblems(folder),
    ]
    return found.map((problem) => `${name}: ${problem}`)
  })
}

function publishProblems({ name, publishConfig, repository }) {
  const { access, provenance } = publishConfig ?? {}
  return [
    ...(access === 'public' && provenance === true ? [] : ['no public access with provenance']),
    // npm shows the README of this folder, and follows its links from there.
    ...(/^packages\/[a-z]+$/.test(repository?.directory ?? '')
      ? []
      : ['no folder of the repository']),
    ...(/^(?:@authchart\/[a-z]+|authchart)$/.test(name) ? [] : ['a name that is not ours']),
  ]
}

/** Files that `exports`, `main`, `types`, `typesVersions` and `bin` name. */
function missingFiles({ exports, main, types, typesVersions, bin }, folder) {
  const named = [exports, main, types, typesVersions, bin].flatMap(textsIn)
  return [...new Set(named)]
    .filter((path) => path.startsWith('./') && !path.includes('*'))
    .filter((path) => !existsSync(join(folder, path)))
    .map((path) => `names ${path}, which is not packed`)
}

/** Tools that do not read `exports` look for an entry in a folder of its name. */
function missingFolders({ exports = {} }, folder) {
  return Object.entries(exports).flatMap(([entry, target]) => {
    if (entry === '.' || !target.default) return []
    const path = join(folder, entry, 'package.json')
    const { main = '' } = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {}
    const isThere = main !== '' && existsSync(join(folder, entry, main))
    return isThere ? [] : [`has no folder for ${entry}`]
  })
}

function textsIn(value) {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

/** A map has every source in itself, and is named by its file; a file names no map that is not there. */
function mapProblems(folder) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap((path) => {
    const file = join(folder, path)
    if (path.endsWith('.map')) {
      const { sources, sourcesContent = [] } = JSON.parse(readFileSync(file, 'utf8'))
      const isComplete = sources.every((_, index) => typeof sourcesContent[index] === 'string')
      return isComplete ? [] : [`${path} names sources that it does not have`]
    }
    if (!/\.[cm]?[jt]s$/.test(path)) return []
    const [, map] = /\n\/\/# sourceMappingURL=(\S+)\s*$/.exec(readFileSync(file, 'utf8')) ?? []
    if (map && !existsSync(join(dirname(file), map)))
      return [`${path} names ${map}, which is not packed`]
    return !map && existsSync(`${file}.map`) ? [`${path} does not name its map`] : []
  })
}

function noticeProblems(folder) {
  const path = join(folder, 'THIRD-PARTY-NOTICES.txt')
  const notices = existsSync(path) ? readFileSync(path, 'utf8') : ''
  return bundledPackages(folder)
    .filter((name) => !notices.includes(`\n${name} `))
    .map((name) => `bundles ${name} without its licence`)
}

import { cpSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { root } from '../lib/paths.mjs'

const left = /(^|\/)(node_modules|test-results|\.git|\.turbo|\.authchart)$/

/**
 * A copy of the packages and apps, to be broken: installed modules are those of the original, but the
 * packages of this repository are the copy's own.
 */
export function copyRepository() {
  const copy = realpathSync(mkdtempSync(join(tmpdir(), 'authchart-mutants-')))
  for (const part of ['packages', 'examples', 'package.json', 'tsconfig.base.json']) {
    cpSync(join(root, part), join(copy, part), {
      recursive: true,
      filter: (source) => !left.test(`/${relative(root, source)}`),
    })
  }
  linkModules(root, copy)
  for (const folder of ['packages', 'examples']) {
    for (const name of readdirSync(join(copy, folder))) {
      linkModules(join(root, folder, name), join(copy, folder, name))
    }
  }
  return copy
}

/**
 * @param {string} from
 * @param {string} to
 */
function linkModules(from, to) {
  const modules = join(from, 'node_modules')
  let names
  try {
    names = readdirSync(modules)
  } catch {
    return
  }
  mkdirSync(join(to, 'node_modules'), { recursive: true })
  for (const name of names) {
    if (name === '@authchart') linkOwn(join(modules, name), join(to, 'node_modules', name), to)
    else if (!name.startsWith('.')) symlinkSync(join(modules, name), join(to, 'node_modules', name))
  }
}

/**
 * @param {string} from
 * @param {string} to
 * @param {string} copy
 */
function linkOwn(from, to, copy) {
  mkdirSync(to, { recursive: true })
  for (const name of readdirSync(from)) {
    symlinkSync(join(copy, relative(root, realpathSync(join(from, name)))), join(to, name))
  }
}

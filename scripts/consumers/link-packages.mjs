import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { root } from '../lib/paths.mjs'

/**
 * Lays `node_modules` out as pnpm does, without a network: each of ours sees what it depends on and
 * nothing else, and the project sees what it names.
 */
export function linkPackages({ manifest }, packed, to) {
  const wanted = { ...manifest.dependencies, ...manifest.devDependencies }
  const store = join(to, 'node_modules/.store')
  const placeOf = (name) => join(store, name.replace('/', '+'), 'node_modules')
  const pathOf = (name, part) => {
    const own = packed.find((one) => one.name === name)
    return own ? join(placeOf(name), name) : installedHere(name, part)
  }
  // All of them first: one of ours may depend on another.
  for (const { name, folder } of packed) {
    cpSync(folder, join(placeOf(name), name), { recursive: true })
  }
  for (const { name, folder } of packed) {
    const place = placeOf(name)
    const part = join('packages', basename(folder))
    const { dependencies = {}, peerDependencies = {} } = JSON.parse(
      readFileSync(join(folder, 'package.json'), 'utf8'),
    )
    for (const needed of Object.keys(dependencies)) bring(pathOf(needed, part), join(place, needed))
    for (const peer of Object.keys(peerDependencies)) {
      if (peer in wanted) link(pathOf(peer, part), join(place, peer))
    }
  }
  for (const name of Object.keys(wanted)) link(pathOf(name, ''), join(to, 'node_modules', name))
}

/** As the package itself finds it. */
function installedHere(name, part) {
  const found = [part, '']
    .map((from) => join(root, from, 'node_modules', name))
    .find((path) => existsSync(path))
  if (!found) throw new Error(`${name} is not installed in this repository`)
  return found
}

/** A copy where that is all there is to it: its path then has no `node_modules` of this repository. */
function bring(target, path) {
  const { dependencies = {} } = JSON.parse(readFileSync(join(target, 'package.json'), 'utf8'))
  if (Object.keys(dependencies).length > 0) link(target, path)
  else cpSync(target, path, { recursive: true })
}

function link(target, path) {
  mkdirSync(dirname(path), { recursive: true })
  symlinkSync(target, path, 'junction')
}

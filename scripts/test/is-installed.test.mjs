import { expect, test } from 'vitest'
import { isInstalled } from '../lib/is-installed.mjs'

const lock = {
  packages: {
    '': { name: 'root' },
    'packages/a': { version: '0.0.0' },
    'node_modules/a': { resolved: 'packages/a', link: true },
    'node_modules/b': { version: '1.0.0', resolved: 'https://registry/b-1.0.0.tgz' },
    'node_modules/b-win32': { version: '1.0.0', optional: true },
  },
}
const installed = {
  packages: {
    'node_modules/a': lock.packages['node_modules/a'],
    'node_modules/b': lock.packages['node_modules/b'],
  },
}

test('what the lock file requires is there, but for other platforms', () => {
  expect(isInstalled(lock, installed)).toBe(true)
})

test('nothing was ever installed', () => {
  expect(isInstalled(lock, undefined)).toBe(false)
})

test('a package is missing', () => {
  expect(isInstalled(lock, { packages: {} })).toBe(false)
})

test('the lock file requires another version since', () => {
  const newer = {
    packages: { ...lock.packages, 'node_modules/b': { version: '1.1.0', resolved: 'b-1.1.0.tgz' } },
  }
  expect(isInstalled(newer, installed)).toBe(false)
})

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const root = new URL('../../../', import.meta.url)
const { scripts } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'))

/** What runs without the built packages, and why. */
const withoutBuild = {
  start: 'builds by itself',
  test: 'builds by itself',
  decodes: 'bundles the sources',
  words: 'reads the sources',
  release: 'builds a copy of its own',
}

test('a command of the root works in a clean clone: it builds what it runs', () => {
  const commands = Object.entries(scripts).filter(
    // `test:long` builds before it runs its parts.
    ([name, command]) => /\bnode /.test(command) && !name.startsWith('test:long'),
  )
  const unbuilt = commands.filter(([, command]) => !command.startsWith('npm run --silent build'))
  expect(unbuilt.map(([name]) => name).sort()).toEqual(Object.keys(withoutBuild).sort())
})

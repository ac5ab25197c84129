import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../../lib/paths.mjs'

/**
 * An object also has what every object inherits: `constructor`, `toString`, `__proto__`. A name from
 * outside (Cognito, an address, a configuration, a file) would find it, so a table that is looked into
 * by any text is a Map.
 */
const isDictionary =
  /^(?:export )?const (\w+)(?:: (?:Readonly<)?(?:Partial<)?(?:Record<string,|\{ readonly \[\w+: string\])[^=]*) = \{$/gm

test('a table for any name is a Map', () => {
  const packages = join(root, 'packages')
  const files = readdirSync(packages).flatMap((name) =>
    readdirSync(join(packages, name, 'src'), { recursive: true })
      .map((file) => join(name, 'src', file))
      .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('testing/')),
  )
  expect(files.length).toBeGreaterThan(400)
  const found = files.flatMap((file) =>
    [...readFileSync(join(packages, file), 'utf8').matchAll(isDictionary)].map(
      ([, name]) => `${file}: ${name}`,
    ),
  )
  expect(found).toEqual([])
})

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** From the bottom to the top: each file imports only files before it. */
const layers = [
  'token-session.ts',
  'reconcile.ts',
  'session-state.ts',
  'store-sync.ts',
  'refresh-lock.ts',
  'refresher.ts',
  'session-keeper.ts',
  'session-actor.ts',
]

test.each(layers.map((file, level) => [file, level] as const))(
  '%s imports only layers below it',
  (file, level) => {
    const source = readFileSync(new URL(`../../src/session/${file}`, import.meta.url), 'utf8')
    const imported = [...source.matchAll(/from '\.\/([^']+)'/g)].map(([, name = '']) => name)
    const above = layers.slice(level)
    expect(imported.filter((name) => above.includes(name))).toEqual([])
  },
)

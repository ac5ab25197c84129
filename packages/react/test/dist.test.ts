// @vitest-environment node
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

test('the build is marked for the client, so that server components can import it', () => {
  const dist = readFileSync(new URL('../dist/index.mjs', import.meta.url), 'utf8')
  expect(dist.startsWith("'use client'") || dist.startsWith('"use client"')).toBe(true)
})

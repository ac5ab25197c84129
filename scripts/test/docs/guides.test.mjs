import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../../lib/paths.mjs'

const read = (path) => readFileSync(join(root, path), 'utf8')

test.each([
  ['docs/guides/server-rendering.md', 'consumers/nuxt-pinia/plugins/auth.ts'],
  ['docs/guides/gates.md', 'consumers/nuxt-guards/app.vue'],
  ['docs/guides/gates.md', 'consumers/nuxt-guards/middleware/auth.global.ts'],
  ['docs/guides/gates.md', 'consumers/nuxt-guards/plugins/follow-auth.client.ts'],
  ['docs/guides/tools.md', 'consumers/jest-commonjs/jest.config.cjs'],
])('%s shows the file that works in %s', (guide, file) => {
  expect(read(guide)).toContain(read(file))
})

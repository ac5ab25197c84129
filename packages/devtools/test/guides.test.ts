import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const folder = new URL('guides/', import.meta.url)
const read = (path: string | URL) => readFileSync(path, 'utf8')
const guide = read(new URL('../../../docs/guides/inspector.md', import.meta.url))

/** What they import of an app, and what its tools put around it. */
const around = ['config.ts', 'env.d.ts']
const files = readdirSync(folder).filter((file) => !around.includes(file))

test.each(files)('the guide shows the %s that compiles here', (file) => {
  const language = file.split('.').at(-1)
  expect(guide).toContain(`\`\`\`${language}\n${read(new URL(file, folder))}\`\`\``)
})

test('the guide has no code that does not compile', () => {
  expect(guide.match(/^```tsx?$/gm)).toHaveLength(files.length)
})

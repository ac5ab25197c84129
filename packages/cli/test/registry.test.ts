import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const read = (path: string) => JSON.parse(readFileSync(`dist/registry/${path}`, 'utf8'))
const registry = read('registry.json')

test('the registry lists its items, without their texts', () => {
  expect(registry.items.map(({ name }: { name: string }) => name)).toEqual([
    'auth-react',
    'auth-react-tailwind',
    'auth-vue',
    'auth-vue-tailwind',
  ])
  expect(JSON.stringify(registry)).not.toContain('"content"')
})

test.each(registry.items as { name: string }[])(
  '$name: an item with the text of each file',
  (item) => {
    const { $schema, files, ...own } = read(`r/${item.name}.json`)
    expect($schema).toMatch(/^https:.*\/schema\/registry-item\.json$/)
    expect(item).toMatchObject(own)
    expect(files.length).toBeGreaterThan(20)
    for (const { path, type, target, content } of files) {
      const folder = item.name.startsWith('auth-vue') ? '~/src/' : ''
      expect([type, target]).toEqual(['registry:file', `${folder}${path}`])
      expect(content.length).toBeGreaterThan(50)
    }
  },
)

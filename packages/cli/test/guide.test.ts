import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readTemplates } from '../src/read-templates.ts'
import { reactApp, temporaryApp } from './support/temporary-app.ts'

const guide = readFileSync('../../docs/guides/own-screens.md', 'utf8')
const templates = readTemplates()

test.each([
  ['react ts plain', 'screens/sign-in.tsx', 'tsx'],
  ['vue ts plain', 'screens/sign-in.vue', 'vue'],
])('the guide shows a screen as it is copied: %s', (key, path, language) => {
  const text = templates[key]?.find((template) => template.path === path)?.text
  expect(guide).toContain(`\`\`\`${language}\n${text}\`\`\``)
})

test('the commands of the guide and of the README work', async () => {
  const readme = readFileSync('README.md', 'utf8')
  const commands = [...`${guide}${readme}`.matchAll(/^npx authchart ((?:add|init)[^#\n]*)/gm)]
  expect(commands.length).toBeGreaterThanOrEqual(5)
  for (const [, line = ''] of commands) {
    const { exitCode, complaint } = await temporaryApp(reactApp).run(...line.trim().split(/\s+/))
    expect(exitCode, complaint).toBeUndefined()
  }
})

test('the table of the guide names files that are copied', async () => {
  const app = temporaryApp(reactApp)
  await app.run('add')
  const [table = ''] = guide.split('## What is in the folder')[1]?.split('## ') ?? []
  const names = [...table.matchAll(/^\| (.*?) \|/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name),
  )
  const files = app.list().map((path) => path.replace('src/auth/', ''))
  const copied = (name: string) => files.some((path) => path.startsWith(name))
  expect(names.filter((name) => !copied(name))).toEqual(['styles'])
})

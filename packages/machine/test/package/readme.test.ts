import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { screens } from '../../src/view/screens.ts'

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')

test.each(Object.entries(screens))('the README names all that %s can do', (route, { act }) => {
  const row = readme
    .split('\n')
    .find((line) => line.startsWith('|') && line.includes(`\`${route}\``))
  for (const action of Object.keys(act(() => undefined))) {
    expect(row, action).toMatch(new RegExp(`\`${action}[(\`]`))
  }
})

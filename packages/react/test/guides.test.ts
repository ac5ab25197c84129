// @vitest-environment-options { "url": "https://shop.example.com/" }
import { readFileSync } from 'node:fs'
import { waitFor } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { render } from './guides/server.tsx'

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')
const guide = () => read('../../../docs/guides/server-rendering.md')

test.each(['server.tsx', 'page.tsx'])('the guide shows the %s that compiles here', (file) => {
  expect(guide()).toContain(`\`\`\`tsx\n${read(`guides/${file}`)}\`\`\``)
})

test('a page that the guide’s server has rendered goes on with what it says', async () => {
  const complain = vi.spyOn(console, 'error')
  const response = await render(new Request('https://shop.example.com/'))
  const html = await response.text()
  expect(html).toContain('<h1>signIn</h1>')
  document.body.innerHTML = html.replace(/<script type="module".*/s, '')
  const [, initial = ''] = /<script>initial = (.*)<\/script>/.exec(html) ?? []
  window.initial = JSON.parse(initial)
  const shown = document.querySelector('h1')
  await import('./guides/page.tsx')
  await waitFor(() => expect(Object.keys(shown ?? {}).join()).toMatch(/__react/))
  expect(document.querySelector('h1')).toBe(shown)
  expect(complain).not.toHaveBeenCalled()
})

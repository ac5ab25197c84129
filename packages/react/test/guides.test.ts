// @vitest-environment-options { "url": "https://shop.example.com/" }
import { readFileSync } from 'node:fs'
import { createAuth, type ViewOf } from '@authchart/machine'
import { actorOf } from '@authchart/machine/xstate'
import { AuthProvider } from '@authchart/react'
import { act, fireEvent, render as renderScreen, waitFor } from '@testing-library/react'
import { createElement } from 'react'
import { expect, test, vi } from 'vitest'
import { Screens } from './guides/screens.tsx'
import { render } from './guides/server.tsx'
import { SignInForm } from './guides/sign-in-form.tsx'

const config = {
  region: 'us-east-1',
  userPoolId: 'us-east-1_Guide0001',
  userPoolClientId: 'guide',
}

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')
const guide = () => read('../../../docs/guides/server-rendering.md')

test.each(['server.tsx', 'page.tsx'])('the guide shows the %s that compiles here', (file) => {
  expect(guide()).toContain(`\`\`\`tsx\n${read(`guides/${file}`)}\`\`\``)
})

test.each(['screens.tsx', 'sign-in-form.tsx'])(
  'the guide to tests shows the %s that compiles here',
  (file) => {
    const text = read('../../../docs/guides/testing.md')
    expect(text).toContain(`\`\`\`tsx\n${read(`guides/${file}`)}\`\`\``)
  },
)

test.each(['auth-routes.ts', 'react-router.tsx', 'react-router-server.tsx', 'tanstack-router.tsx'])(
  'the guide to gates shows the %s that runs here',
  (file) => {
    const text = read('../../../docs/guides/gates.md')
    expect(text).toContain(`\`\`\`${file.split('.')[1]}\n${read(`guides/${file}`)}\`\`\``)
  },
)

test('the screens of the guide take the focus along, and give it back after a request', async () => {
  const auth = createAuth({ config, fetch: async () => new Response('{}', { status: 400 }) })
  await auth.ready()
  const wrapped = createElement(AuthProvider, { auth }, createElement(Screens))
  const { container, unmount } = renderScreen(wrapped)
  act(() => actorOf(auth).send({ type: 'go.signUp' }))
  expect(document.activeElement).toBe(container.querySelector('h1'))
  expect(container.querySelector('h1')?.textContent).toBe('signUp')
  unmount()
  auth.stop()
})

test('the form of the guide keeps what is typed out of the page', async () => {
  const submit = vi.fn()
  const view = { username: 'ada', isPending: false, submit } as unknown as ViewOf<'signIn'>
  const { container, unmount } = renderScreen(createElement(SignInForm, { view }))
  const password = container.querySelector<HTMLInputElement>('[name=password]')
  if (!password) throw new Error('There is no password')
  fireEvent.input(password, { target: { value: 'Correct-horse-7' } })
  expect(container.innerHTML).not.toContain('Correct-horse-7')
  fireEvent.submit(password)
  expect(submit).toHaveBeenCalledWith({ username: 'ada', password: 'Correct-horse-7' })
  unmount()
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

import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { expect, test, vi } from 'vitest'
import { App } from '../src/react-app.tsx'
import { openAuth, signIn } from './support.ts'

test('React: useSelector reads the user, useMachine the app', async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  const auth = openAuth()
  const page = document.createElement('div')
  const root = createRoot(page)
  act(() => root.render(<App auth={auth} />))
  const text = () => page.querySelector('p')?.textContent
  const shows = (what: string) => vi.waitFor(() => expect(text()).toBe(what), { timeout: 8_000 })
  const click = (number: number) => act(() => page.querySelectorAll('button')[number]?.click())
  expect(text()).toBe('guest: no user')
  await act(() => signIn(auth))
  await act(() => shows('shopping: ada@example.com'))
  click(0)
  expect(text()).toBe('paying: ada@example.com')
  click(1)
  await act(() => shows('guest: no user'))
  act(() => root.unmount())
  auth.stop()
})

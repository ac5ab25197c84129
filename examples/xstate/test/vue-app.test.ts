import { expect, test, vi } from 'vitest'
import { createApp } from 'vue'
import { createVueApp } from '../src/vue-app.ts'
import { openAuth, signIn } from './support.ts'

test('Vue: useSelector reads the user, useMachine the app', async () => {
  const auth = openAuth()
  const page = document.createElement('div')
  const app = createApp(createVueApp(auth))
  app.mount(page)
  const text = () => page.querySelector('p')?.textContent
  const shows = (what: string) => vi.waitFor(() => expect(text()).toBe(what), { timeout: 8_000 })
  const click = (number: number) => page.querySelectorAll('button')[number]?.click()
  expect(text()).toBe('guest: no user')
  await signIn(auth)
  await shows('shopping: ada@example.com')
  click(0)
  await shows('paying: ada@example.com')
  click(1)
  await shows('guest: no user')
  app.unmount()
  auth.stop()
})

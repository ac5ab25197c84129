import type { Auth } from '@authchart/machine'
import { authAt } from '@authchart/testing/at'
import { authPlugin } from '@authchart/vue'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import { createApp, type App as VueApp } from 'vue'
import App from '../../minimal-vue/src/app.vue'
import { placesOfRoutes } from './places.ts'

let app: VueApp | undefined

afterEach(() => {
  app?.unmount()
  document.body.replaceChildren()
})

function show(auth: Auth) {
  app = createApp(App).use(authPlugin, auth)
  app.mount(document.body.appendChild(document.createElement('main')))
}

test.each(placesOfRoutes)('%s is shown at once', (route, auth, title) => {
  show(auth)
  expect(document.querySelector('form')?.dataset.authform).toBe(route)
  expect(document.querySelector('h1')?.textContent).toBe(title)
})

test('a failure is at its field, and what is sent is written down', async () => {
  const auth = authAt('confirmSignIn', { mfaType: 'SMS', failure: 'codeMismatch' })
  show(auth)
  const code = document.querySelector('input')
  expect(code?.getAttribute('aria-invalid')).toBe('true')
  if (code) await userEvent.type(code, '314159{Enter}')
  expect(auth.calls).toEqual([
    { name: 'submit', input: expect.objectContaining({ code: '314159' }) },
  ])
})

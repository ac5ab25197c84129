import { AuthProvider } from '@authchart/react'
import { type AuthAt, authAt } from '@authchart/testing/at'
import { cleanup, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import { Auth } from '../../minimal-react/src/form.tsx'
import { placesOfRoutes } from './places.ts'

afterEach(cleanup)

function show(auth: AuthAt) {
  render(
    <AuthProvider auth={auth}>
      <Auth />
    </AuthProvider>,
  )
}

test.each(placesOfRoutes)('%s is shown at once', (route, auth, title) => {
  show(auth)
  expect(document.querySelector('form')?.dataset.authform).toBe(route)
  expect(screen.getByRole('heading', { level: 1, name: title })).toBeDefined()
})

test('a failure is at its field, and what is sent is written down', async () => {
  const auth = authAt('confirmSignIn', { mfaType: 'SMS', failure: 'codeMismatch' })
  show(auth)
  const code = screen.getByLabelText('Code')
  expect(code.getAttribute('aria-invalid')).toBe('true')
  await userEvent.type(code, '314159{Enter}')
  expect(auth.calls).toEqual([
    { name: 'submit', input: expect.objectContaining({ code: '314159' }) },
  ])
  expect(auth.getView().isPending).toBe(true)
})

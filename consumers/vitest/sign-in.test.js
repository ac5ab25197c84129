import { createAuth } from '@authchart/machine'
import { AuthProvider, useAuthMachine } from '@authchart/react'
import { createSandbox } from '@authchart/sandbox'
import { render, screen } from '@testing-library/react'
import { act, createElement } from 'react'
import { expect, onTestFinished, test } from 'vitest'

const user = { username: 'ada@example.com', password: 'Correct-horse-7' }

function Screen() {
  const view = useAuthMachine()
  return createElement('h1', null, view.user?.email ?? view.failure?.message ?? view.route)
}

test('signs in at a sandbox in the same process, under jsdom', async () => {
  const sandbox = createSandbox({ users: [user] })
  const auth = createAuth({ config: sandbox.config, fetch: sandbox.fetch })
  onTestFinished(() => auth.stop())
  render(createElement(AuthProvider, { auth }, createElement(Screen)))
  await screen.findByText('signIn')
  act(() => auth.getView().submit(user))
  expect(await screen.findByText(user.username)).toBeTruthy()
})

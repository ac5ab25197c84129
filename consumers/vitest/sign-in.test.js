import { createAuth } from '@authchart/machine'
import { AuthProvider, useAuthMachine } from '@authchart/react'
import { createSandbox } from '@authchart/sandbox'
import { act, render, screen } from '@testing-library/react'
import { createElement } from 'react'
import { expect, onTestFinished, test } from 'vitest'

const timeout = 60_000
const user = { username: 'ada@example.com', password: 'Correct-horse-7' }

function Screen() {
  const view = useAuthMachine()
  return createElement('h1', null, view.user?.email ?? view.failure?.message ?? view.route)
}

test('signs in at a sandbox in the same process, under jsdom', { timeout }, async () => {
  const sandbox = createSandbox({ users: [user] })
  const auth = createAuth({ config: sandbox.config, fetch: sandbox.fetch, timeoutMs: timeout })
  onTestFinished(() => auth.stop())
  render(createElement(AuthProvider, { auth }, createElement(Screen)))
  await screen.findByText('signIn', {}, { timeout })
  act(() => auth.getView().submit(user))
  expect(await screen.findByText(user.username, {}, { timeout })).toBeTruthy()
})

// @vitest-environment node
import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import { serveTwoUsers } from '../../machine/test/support/busy-server.ts'
import { AuthProvider, useAuthMachine } from '../src/index.ts'
import { renderToStream } from './support/render-to-stream.ts'

function Screen() {
  const view = useAuthMachine()
  return <p>{view.route === 'signedIn' ? `signedIn ${view.user.email}` : view.route}</p>
}

test.each([
  ['renderToString', renderToString, 500],
  ['renderToPipeableStream', renderToStream, 100],
] as const)(
  'two users on one server, again and again: %s never mixes them',
  async (_, render, rounds) => {
    expect(typeof document).toBe('undefined')
    await serveTwoUsers(
      (auth) =>
        render(
          <AuthProvider auth={auth}>
            <Screen />
          </AuthProvider>,
        ),
      { rounds, seed: 4 },
    )
  },
  180_000,
)

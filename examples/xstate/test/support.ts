import { type Auth, createAuth, memoryStorage } from '@authchart/machine'
import { createSandbox } from '@authchart/sandbox'

const ada = { username: 'ada@example.com', password: 'Password1!' }

/** An auth over a sandbox that knows one user. */
export function openAuth(): Auth {
  const sandbox = createSandbox({ users: [ada] })
  return createAuth({
    config: sandbox.config,
    storage: memoryStorage(),
    fetch: (input, init) => sandbox.fetch(input instanceof Request ? input : new URL(input), init),
  })
}

/** Signs the user in, as a sign-in screen would. */
export async function signIn(auth: Auth): Promise<void> {
  await auth.ready()
  const view = auth.getView()
  if (view.route !== 'signIn') throw new Error(`The screen is ${view.route}`)
  view.submit(ada)
}

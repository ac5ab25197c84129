/** Signs in over HTTP, at a sandbox that runs in Node and at one that Bun serves itself. */
import { env } from 'node:process'
import { createAuth } from '@authchart/machine'
import { createSandbox } from '@authchart/sandbox'

const user = { username: env.AUTH_USERNAME, password: env.AUTH_PASSWORD }

async function signIn(config) {
  const auth = createAuth({ config, timeoutMs: 60_000 })
  await auth.ready()
  auth.getView().submit(user)
  while (auth.getView().isPending) await new Promise((resolve) => setTimeout(resolve, 20))
  const { route, failure } = auth.getView()
  if (route !== 'signedIn') throw new Error(`On ${route}: ${failure?.message}`)
  await auth.getSession()
  auth.stop()
}

if (typeof Bun === 'undefined') throw new Error('This is not Bun')
await signIn(JSON.parse(env.AUTH_CONFIG))
const sandbox = createSandbox({ users: [user] })
const { config } = await sandbox.listen()
await signIn(config)
await sandbox.close()

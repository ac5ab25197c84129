import { createAuth } from '@authchart/machine'
import { requestCookies } from '@authchart/machine/server'

/** Signs in at the sandbox and answers with the user; the session is in the cookies of the answer. */
export default {
  async fetch(request, env) {
    const user = await request.json()
    const storage = requestCookies('')
    const auth = createAuth({ config: JSON.parse(env.AUTH_CONFIG), storage, timeoutMs: 60_000 })
    try {
      await auth.ready()
      auth.getView().submit(user)
      while (auth.getView().isPending) await new Promise((done) => setTimeout(done, 20))
      const { route, failure, user: known } = auth.getView()
      const headers = storage.setCookies.map((cookie) => ['set-cookie', cookie])
      return Response.json({ route, email: known?.email, failure: failure?.message }, { headers })
    } finally {
      auth.stop()
    }
  },
}

import { createAuth } from '@authchart/machine'
import { requestCookies } from '@authchart/machine/server'

/** Signs up in the sandbox and answers with the route where that has led to. */
export default {
  async fetch(request, env) {
    const { username, password } = await request.json()
    const storage = requestCookies('')
    const auth = createAuth({ config: JSON.parse(env.AUTH_CONFIG), storage })
    try {
      await auth.ready()
      auth.getView().goSignUp()
      auth.getView().submit({ username, password })
      while (auth.getView().isPending) await new Promise((done) => setTimeout(done, 20))
      const { route, failure } = auth.getView()
      return Response.json({ route, failure: failure?.message })
    } finally {
      auth.stop()
    }
  },
}

import { createAuth, type InitialState } from '@authchart/machine'
import { cookieStorage } from '@authchart/machine/browser'
import { requestCookies } from '@authchart/machine/server'
import { authPlugin } from '@authchart/vue'
import { appendResponseHeader } from 'h3'

export default defineNuxtPlugin(async ({ vueApp }) => {
  const config = useRuntimeConfig().public.auth
  const initial = useState<InitialState | undefined>('auth')
  const event = useRequestEvent()
  if (event) {
    const storage = requestCookies(event.headers.get('cookie'))
    const auth = createAuth({ config, storage, timeoutMs: 3_000 })
    event.node.res.once('close', () => auth.stop())
    initial.value = await auth.ready()
    for (const cookie of storage.setCookies) appendResponseHeader(event, 'set-cookie', cookie)
    vueApp.use(authPlugin, auth)
    return { provide: { auth } }
  }
  const auth = createAuth({ config, storage: cookieStorage(), initial: initial.value })
  vueApp.use(authPlugin, auth)
  return { provide: { auth } }
})

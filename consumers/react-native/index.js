/** The app: what a user does, one step after the other. The check runs `steps`. */
import { createAuth } from '@authchart/machine'
import { auth } from './src/auth'
import { browser } from './src/browser'
import { config } from './src/config'
import { App } from './src/screens'
import { secureStorage } from './src/secure-storage'

function settled(of, route) {
  return new Promise((resolve, reject) => {
    const look = () => {
      const view = of.getView()
      if (view.failure)
        reject(new Error(`${view.route}: ${view.failure.code} ${view.failure.message}`))
      if (view.route !== route || view.isPending) return
      subscription.unsubscribe()
      resolve(view)
    }
    const subscription = of.subscribe(look)
    look()
  })
}

async function signOut(of) {
  const view = await settled(of, 'signedIn')
  view.signOut()
  await settled(of, 'signIn')
  of.stop()
}

/** As after a restart of the app. */
const restarted = () => createAuth({ config, storage: secureStorage, navigator: browser })

globalThis.steps = {
  async imports() {
    return typeof App
  },
  async signIn({ username, password }) {
    const view = await settled(auth, 'signIn')
    view.submit({ username, password })
    const { user } = await settled(auth, 'signedIn')
    return user.email
  },
  async refresh() {
    const { accessToken } = await auth.getSession()
    const next = await auth.getSession({ forceRefresh: true })
    auth.stop()
    return next.accessToken !== accessToken
  },
  async restore() {
    const again = restarted()
    const { user } = await settled(again, 'signedIn')
    await signOut(again)
    return user.email
  },
  async hostedUi() {
    const again = restarted()
    const view = await settled(again, 'signIn')
    view.redirect()
    const { user } = await settled(again, 'signedIn')
    await signOut(again)
    return user.kind
  },
}

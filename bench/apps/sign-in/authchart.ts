/** A sign-in by SRP, as the form of an app sends it. */
import { createAuth } from '@authchart/machine'

const auth = createAuth({ config: window.bench })

window.signIn = async (username, password) => {
  await auth.ready()
  const view = auth.getView()
  if (view.route !== 'signIn') throw new Error(`The screen is ${view.route}`)
  const begun = performance.now()
  view.submit({ username, password })
  return new Promise((resolve, reject) => {
    const subscription = auth.subscribe((next) => {
      if (next.route === 'signedIn') resolve(performance.now() - begun)
      else if (next.failure) reject(new Error(next.failure.code))
      else return
      subscription.unsubscribe()
    })
  })
}

/** Without a framework. */
import { createAuth } from '@authchart/machine'

const response = await fetch('/auth-config.json')
const auth = createAuth({ config: await response.json() })
const form = document.querySelector('form')

function show(view) {
  form.hidden = view.route === 'signedIn'
  document.querySelector('h1').textContent = view.user?.email ?? 'Sign in'
  document.querySelector('[role=alert]').textContent = view.failure?.message ?? ''
}

form.addEventListener('submit', (event) => {
  event.preventDefault()
  auth.getView().submit(Object.fromEntries(new FormData(form)))
})
auth.subscribe(show)
show(auth.getView())
